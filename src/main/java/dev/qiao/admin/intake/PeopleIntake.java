package dev.qiao.admin.intake;

import dev.qiao.base.Coded;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.Roles;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings in people from a list: first what would happen, row by row, then all of it or nothing. */
@Component
public class PeopleIntake {
    /** What happens to a row. */
    public enum Fate implements Coded {
        CREATED,
        UPDATED,
        LEFT,
        REFUSED
    }

    /**
     * One row and its fate.
     *
     * @param person who is meant; null when they are new or the row is refused
     * @param fields what changes
     * @param problems why it is refused
     */
    public record Line(
            int line,
            String called,
            Fate fate,
            @Nullable Person person,
            @Nullable PersonDraft draft,
            List<String> fields,
            List<Problem> problems) {}

    /** All rows in their order. */
    public record Plan(List<Line> lines) {
        public long count(Fate fate) {
            return lines.stream().filter(line -> line.fate() == fate).count();
        }

        /** The same for the same rows with the same fate, of people who did not change meanwhile. */
        public String mark() {
            return UUID.nameUUIDFromBytes(lines.toString().getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    private record Known(
            Map<String, Person> byLogin, Map<String, Person> byMail, Map<String, Organization> organizations) {}

    private final Db db;
    private final People people;
    private final Organizations organizations;
    private final Roles roles;

    PeopleIntake(Db db, People people, Organizations organizations, Roles roles) {
        this.db = db;
        this.people = people;
        this.organizations = organizations;
        this.roles = roles;
    }

    /**
     * What {@link #run} would do; nothing is written. Errors: roles that there are not or that one may not give.
     *
     * @param wanted the codes of roles of those who are new
     */
    public Plan plan(PeopleList list, Set<String> wanted, Me me) {
        me.must(Permission.PEOPLE_EDIT);
        var known = known(list);
        var taken = new HashSet<String>();
        var plan = new Plan(
                list.rows().stream().map(row -> line(row, known, taken, me)).toList());
        if (plan.count(Fate.CREATED) > 0) roles.known(wanted, me);
        return plan;
    }

    /** Does all that the plan says in one transaction, leaving out what it refuses. Errors: somebody came between. */
    public Plan run(PeopleList list, Set<String> wanted, Me me, Instant now) {
        return db.transact(() -> done(plan(list, wanted, me), wanted, me, now));
    }

    /** Does what was seen, or nothing. Errors: stale, when by now it would do something else than the plan of this mark. */
    public Plan run(PeopleList list, Set<String> wanted, String seen, Me me, Instant now) {
        return db.transact(() -> {
            var plan = plan(list, wanted, me);
            if (!plan.mark().equals(seen)) throw Refused.stale("admin.people.otherwise");
            return done(plan, wanted, me, now);
        });
    }

    private Plan done(Plan plan, Set<String> wanted, Me me, Instant now) {
        var fresh = plan.lines().stream()
                .filter(line -> line.fate() == Fate.CREATED)
                .map(line -> Objects.requireNonNull(line.draft()))
                .toList();
        if (!fresh.isEmpty()) people.add(fresh, wanted, me, now);
        for (var line : plan.lines()) {
            if (line.fate() != Fate.UPDATED || line.person() == null || line.draft() == null) continue;
            people.edit(line.person().id(), line.draft(), line.person().version(), me, now);
        }
        return plan;
    }

    private Line line(PeopleList.Row row, Known known, Set<String> taken, Me me) {
        var called = Objects.requireNonNullElse(row.value(PeopleColumn.NAME), "");
        if (row.broken() != null) return refused(row, called, List.of(new Problem(null, row.broken(), List.of())));
        try {
            var person = meant(row, known);
            var draft = draft(row, person, known).checked();
            boolean freshLogin = fresh(taken, "login", draft.login());
            boolean freshMail = fresh(taken, "mail", draft.mail());
            if (!freshLogin || !freshMail) throw Refused.invalid(freshLogin ? "mail" : "login", "admin.people.twice");
            free(draft, person, known);
            if (person == null) return new Line(row.line(), called, Fate.CREATED, null, draft, List.of(), List.of());
            var fields = draft.differences(person);
            if (!fields.isEmpty() && !people.mayEdit(person.id(), me))
                throw Refused.forbidden("admin.people.more_rights");
            var fate = fields.isEmpty() ? Fate.LEFT : Fate.UPDATED;
            return new Line(row.line(), called, fate, person, draft, fields, List.of());
        } catch (Refused refused) {
            return refused(row, called, refused.problems());
        }
    }

    /** By login, else by mail; null: somebody new. */
    private static @Nullable Person meant(PeopleList.Row row, Known known) {
        var login = small(row.value(PeopleColumn.LOGIN));
        if (login != null && known.byLogin().containsKey(login))
            return known.byLogin().get(login);
        var mail = small(row.value(PeopleColumn.MAIL));
        return mail == null ? null : known.byMail().get(mail);
    }

    /** An empty cell leaves what is known. */
    private static PersonDraft draft(PeopleList.Row row, @Nullable Person person, Known known) {
        var code = row.value(PeopleColumn.ORGANIZATION);
        long organization = person == null ? 0 : person.organization();
        if (code != null) {
            var found = known.organizations().get(small(code));
            if (found == null) throw Refused.invalid("organization", "admin.people.no_organization", code);
            organization = found.id();
        }
        return new PersonDraft(
                or(row.value(PeopleColumn.LOGIN), person == null ? null : person.login()),
                Objects.requireNonNullElse(or(row.value(PeopleColumn.NAME), person == null ? null : person.name()), ""),
                or(row.value(PeopleColumn.MAIL), person == null ? null : person.mail()),
                or(row.value(PeopleColumn.PHONE), person == null ? null : person.phone()),
                or(row.value(PeopleColumn.TITLE), person == null ? null : person.title()),
                organization);
    }

    /** Login and mail belong to nobody else. */
    private static void free(PersonDraft draft, @Nullable Person person, Known known) {
        var byLogin = draft.login() == null ? null : known.byLogin().get(draft.login());
        if (byLogin != null && !byLogin.equals(person)) throw Refused.invalid("login", "people.login_taken");
        var byMail = draft.mail() == null ? null : known.byMail().get(draft.mail());
        if (byMail != null && !byMail.equals(person)) throw Refused.invalid("mail", "people.mail_taken");
    }

    private static boolean fresh(Set<String> taken, String field, @Nullable String value) {
        return value == null || taken.add(field + " " + value);
    }

    private Known known(PeopleList list) {
        var byCode = new HashMap<String, Organization>();
        var after = "";
        for (var page = organizations.page(after, 500); !page.isEmpty(); page = organizations.page(after, 500)) {
            for (var organization : page) {
                byCode.putIfAbsent(organization.name().toLowerCase(Locale.ROOT), organization);
                byCode.put(organization.code().toLowerCase(Locale.ROOT), organization);
            }
            after = page.getLast().code();
        }
        return new Known(
                people.byLogins(values(list, PeopleColumn.LOGIN)),
                people.byMails(values(list, PeopleColumn.MAIL)),
                byCode);
    }

    private static List<String> values(PeopleList list, PeopleColumn column) {
        var values = new ArrayList<String>();
        for (var row : list.rows()) {
            var value = row.value(column);
            if (value != null) values.add(value);
        }
        return values.stream().distinct().toList();
    }

    private static Line refused(PeopleList.Row row, String called, List<Problem> problems) {
        return new Line(row.line(), called, Fate.REFUSED, null, null, List.of(), problems);
    }

    private static @Nullable String small(@Nullable String word) {
        return word == null ? null : word.strip().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String or(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
