package dev.qiao.people;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Facts;
import dev.qiao.people.PersonFacts.PersonActivated;
import dev.qiao.people.PersonFacts.PersonAdded;
import dev.qiao.people.PersonFacts.PersonDeactivated;
import dev.qiao.people.PersonFacts.PersonEdited;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Persons. */
@Component
public class People {
    public static final List<String> LANGUAGES = List.of("zh-CN", "zh-TW", "en");

    private static final Pattern CHOSEN = Pattern.compile(".*（([^（）]+)）");

    private final Db db;
    private final PersonSql sql;
    private final TeamSql teams;
    private final Rights rights;
    private final Roles roles;
    private final Ledger ledger;

    People(Db db, PersonSql sql, TeamSql teams, Rights rights, Roles roles, Ledger ledger) {
        this.db = db;
        this.sql = sql;
        this.teams = teams;
        this.rights = rights;
        this.roles = roles;
        this.ledger = ledger;
    }

    /** The person with this number, active or not. */
    public Optional<Person> find(long id) {
        return sql.of(List.of(id)).stream().findFirst();
    }

    /** Those that exist, by number. */
    public Map<Long, Person> of(Collection<Long> ids) {
        if (ids.isEmpty()) return Map.of();
        return sql.of(ids).stream().collect(toMap(Person::id, identity()));
    }

    /** The person with this login, in whatever case it is written. */
    public Optional<Person> byLogin(String login) {
        return sql.byLogin(small(login));
    }

    /** The person with this address, in whatever case it is written. */
    public Optional<Person> byMail(String mail) {
        return sql.byMail(small(mail));
    }

    /** By login, or by the number of somebody who has none ({@link Person#code}). */
    public Optional<Person> byCode(String code) {
        var known = byLogin(code);
        return known.isEmpty() && code.matches("\\d{1,18}") ? find(Long.parseLong(code)) : known;
    }

    /** Those that exist, by login. */
    public Map<String, Person> byLogins(Collection<String> logins) {
        if (logins.isEmpty()) return Map.of();
        return sql.byLogins(logins.stream().map(People::small).toList()).stream()
                .collect(toMap(p -> String.valueOf(p.login()), identity()));
    }

    /** Those that exist, by mail. */
    public Map<String, Person> byMails(Collection<String> mails) {
        if (mails.isEmpty()) return Map.of();
        return sql.byMails(mails.stream().map(People::small).toList()).stream()
                .collect(toMap(p -> String.valueOf(p.mail()), identity()));
    }

    /** Whether I may change this person: nobody changes who has more rights. */
    public boolean mayEdit(long id, Me me) {
        return me.may(Permission.PEOPLE_EDIT) && rights.covers(me, id);
    }

    /** Active persons whose roles allow this; at most 500. */
    public List<Person> able(Permission permission) {
        return sql.able(permission, null, 500);
    }

    /** Active persons who may work here, whose name, login, mail or phone holds these words; at most 20. */
    public List<Person> desk(String words) {
        return sql.able(Permission.TICKET_WORK, words(words), 20);
    }

    /** Active persons of one's own organization whose name, login, mail or phone holds these words; at most 8. */
    public List<Person> colleagues(String words, Me me) {
        var sought = words(words);
        return sought == null || me.organization() == 0
                ? List.of()
                : sql.colleagues(me.organization(), me.id(), sought, 8);
    }

    /**
     * Active persons whom I may name, whose name, login, mail, phone or organization holds these words; at most 8. Everybody for those
     * who work here, colleagues for others.
     */
    public List<Person> nameable(String words, Me me) {
        var sought = words(words);
        if (sought == null) return List.of();
        return me.may(Permission.TICKET_WORK) ? sql.nameable(sought, 8) : colleagues(words, me);
    }

    /** Where somebody was chosen from what a field offered, their login stands in brackets behind their name. */
    public static String meant(String typed) {
        var chosen = CHOSEN.matcher(typed.strip());
        return chosen.matches() ? chosen.group(1) : typed.strip();
    }

    /** In the order of names. */
    public List<Person> page(@Nullable String words, @Nullable Person after, int limit) {
        return sql.page(words(words), after == null ? "" : after.name(), after == null ? 0 : after.id(), limit);
    }

    /** Makes persons known, in the order of the drafts, each with these roles. */
    public List<Person> add(List<PersonDraft> drafts, Set<String> roleCodes, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        var checked = drafts.stream().map(PersonDraft::checked).toList();
        var given = roles.known(roleCodes, me);
        return db.transact(() -> {
            var added = Taken.refused(() -> sql.insert(checked));
            roles.give(added.stream().map(Person::id).toList(), given);
            ledger.note(added.stream()
                    .flatMap(p -> said(p, given)
                            .map(facts -> ledger.entry(Ledger.PERSON, p.id(), p.version(), me, now, facts)))
                    .toList());
            return added;
        });
    }

    private static Stream<Facts> said(Person person, List<Role> given) {
        return Stream.concat(Stream.of(new PersonAdded()), Roles.begins(person.id(), given).stream());
    }

    /** Makes a person with these roles. Errors: forbidden; a login or address that is taken or malformed; an unknown role. */
    public Person add(PersonDraft draft, Set<String> roleCodes, Me me, Instant now) {
        return add(List.of(draft), roleCodes, me, now).getFirst();
    }

    /** Errors: stale, when somebody else was faster. */
    public void edit(long id, PersonDraft draft, int version, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        rights.mustCover(me, id);
        var before = must(id);
        var checked = draft.checked();
        db.transact(() -> {
            if (Taken.refused(() -> sql.update(id, checked, version)) == 0) throw Refused.stale("people.stale");
            note(must(id), me, now, new PersonEdited(checked.differences(before)));
        });
    }

    /** An inactive person is signed out, their tokens are void, they lead no team and nothing is given to them any more. */
    public void activate(long id, boolean active, Me me, Instant now) {
        me.must(Permission.PEOPLE_EDIT);
        rights.mustCover(me, id);
        if (must(id).active() == active) return;
        db.transact(() -> {
            roles.keepingAdministrator(() -> sql.activate(id, active));
            if (!active) leave(id, me, now);
            note(must(id), me, now, active ? new PersonActivated() : new PersonDeactivated());
        });
    }

    private void leave(long id, Me me, Instant now) {
        sql.lockOut(id);
        for (var team : teams.release(id)) {
            var after = TeamDraft.of(team);
            var before = new TeamDraft(after.name(), after.tier(), id, after.zone(), after.active());
            var facts = Configured.of("people.team", team.code(), before, after);
            ledger.note(Ledger.TEAM, team.id(), team.version(), me, now, facts);
        }
    }

    /**
     * For who is given something lasting, such as a team or a service; nobody leaves until the transaction of the caller ends. Who does
     * not exist is left to the database. Errors: invalid, when they are not active.
     */
    public void mustBeHere(@Nullable Long person, String field) {
        if (person == null) return;
        sql.hold(person).filter(found -> !found.active()).ifPresent(gone -> {
            throw Refused.invalid(field, "people.has_left", gone.name());
        });
    }

    /** In which language and zone I read. */
    public void prefer(String language, String zone, Me me, Instant now) {
        var wrong = new Wrong();
        wrong.unless(LANGUAGES.contains(language), "language", "people.no_language", String.join(", ", LANGUAGES));
        var where = wrong.zone("zone", zone);
        wrong.refuse();
        db.transact(() -> {
            sql.prefer(me.id(), Locale.forLanguageTag(language), where);
            note(must(me.id()), me, now, new PersonEdited(List.of("language", "zone")));
        });
    }

    /** In which language a new person reads; part of their making, so nothing is told of it. */
    void reads(long id, Locale language) {
        sql.prefer(id, language, must(id).zone());
        rights.forget();
    }

    private void note(Person person, Me me, Instant now, Facts facts) {
        rights.forget();
        ledger.note(Ledger.PERSON, person.id(), person.version(), me, now, facts);
    }

    private Person must(long id) {
        return find(id).orElseThrow(() -> Refused.notFound("people.no_person"));
    }

    static String small(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String words(@Nullable String q) {
        return q == null || q.isBlank() ? null : small(q);
    }
}
