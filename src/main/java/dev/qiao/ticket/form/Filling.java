package dev.qiao.ticket.form;

import static java.util.stream.Collectors.toMap;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.form.LooseSql.Loose;
import dev.qiao.ticket.form.LooseSql.Tie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what was filled in against what was asked, and stores it with the tickets; for any number of them at once. */
@Component
public class Filling {
    private final Forms forms;
    private final AnswerSql answers;
    private final LooseSql files;
    private final People people;
    private final Services services;

    Filling(Forms forms, AnswerSql answers, LooseSql files, People people, Services services) {
        this.forms = forms;
        this.answers = answers;
        this.files = files;
        this.people = people;
        this.services = services;
    }

    /** What a batch of filled-in forms speaks of, read once for all of them. */
    public record Known(
            Map<Long, FormVersion> versions,
            Map<String, Person> byLogin,
            Map<Long, Person> byNumber,
            Map<UUID, Loose> files) {
        private static final Known NOTHING = new Known(Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Reads at once what the answers of all these drafts speak of. */
    public Known known(Collection<Draft> drafts) {
        var filled = drafts.stream().map(Draft::filled).filter(Objects::nonNull).toList();
        return filled.isEmpty() ? Known.NOTHING : named(filled);
    }

    private Known named(List<Filled> filled) {
        var versions = forms.versions(filled.stream().map(Filled::version).toList());
        var logins = new HashSet<String>();
        var numbers = new HashSet<Long>();
        var ids = new HashSet<UUID>();
        for (var one : filled) {
            var version = versions.get(one.version());
            if (version == null) continue;
            for (var field : version.definition().fields()) {
                for (var value : one.given().getOrDefault(field.code(), List.of())) {
                    if (value == null) continue;
                    var code = value.strip();
                    if (field.takes() instanceof Shape.Somebody) {
                        logins.add(code);
                        if (code.matches("\\d{1,18}")) numbers.add(Long.parseLong(code));
                    }
                    if (field.takes() instanceof Shape.Files) ids.addAll(uuid(code));
                }
            }
        }
        return new Known(
                versions,
                logins.isEmpty() ? Map.of() : people.byLogins(logins),
                numbers.isEmpty() ? Map.of() : people.of(numbers),
                ids.isEmpty() ? Map.of() : files.of(ids).stream().collect(toMap(Loose::id, file -> file)));
    }

    /** Null where nothing was filled in. Errors: invalid, naming the fields. */
    public @Nullable Answered check(Draft draft, Known known, Instant now) {
        var filled = draft.filled();
        return filled == null ? null : check(filled, known, draft.by(), Map.of(), now);
    }

    /**
     * The same for a ticket that answered before.
     *
     * @param before stays sayable, though who is named has left and files are no longer loose
     */
    public Answered check(Filled filled, Me me, Map<String, Answer> before, Instant now) {
        return check(filled, named(List.of(filled)), me, before, now);
    }

    private Answered check(Filled filled, Known known, Me me, Map<String, Answer> before, Instant now) {
        var version = known.versions().get(filled.version());
        if (version == null) throw Refused.invalid("form", "ticket.form.no_version", filled.version());
        var today = LocalDate.ofInstant(now, me.zone());
        var lookup = new Naming(known, me, before);
        return new Answered(version, Checking.check(version.definition(), filled.given(), lookup, today));
    }

    /** Stores the answers of new tickets with their files: one statement each. Errors: a file that was handed over elsewhere meanwhile. */
    public void store(Map<Long, Answered> answered, Map<Long, Me> by) {
        if (answered.isEmpty()) return;
        answers.insert(answered);
        var ties = new ArrayList<Tie>();
        answered.forEach((number, one) -> one.files()
                .forEach(file -> ties.add(new Tie(
                        number, file, Objects.requireNonNull(by.get(number)).id()))));
        tie(ties);
    }

    /** Puts files that were kept ahead on a ticket. */
    public void tie(long number, Collection<UUID> fresh, Me me) {
        tie(fresh.stream().map(file -> new Tie(number, file, me.id())).toList());
    }

    private void tie(List<Tie> ties) {
        if (!ties.isEmpty() && files.tie(ties) != ties.size()) {
            throw Refused.conflict("ticket.no_file");
        }
    }

    /** What a ticket is found by because of what was filled in. */
    public static String words(@Nullable Answered answered, Known known) {
        if (answered == null) return "";
        var names = answered.files().stream()
                .map(known.files()::get)
                .filter(Objects::nonNull)
                .map(Loose::name)
                .collect(Collectors.joining(" "));
        return answered.words() + " " + names;
    }

    private static Set<UUID> uuid(String text) {
        try {
            return Set.of(UUID.fromString(text));
        } catch (IllegalArgumentException _) {
            return Set.of();
        }
    }

    /** Whom and what this person may name. */
    private final class Naming implements Lookup {
        private final Known known;
        private final Me me;
        private final Set<Object> before = new HashSet<>();

        private Naming(Known known, Me me, Map<String, Answer> stored) {
            this.known = known;
            this.me = me;
            for (var answer : stored.values()) {
                switch (answer) {
                    case Answer.Somebody(long person) -> before.add("p" + person);
                    case Answer.Provided(long service) -> before.add("s" + service);
                    case Answer.Files(var kept) -> before.addAll(kept);
                    case Answer.Day(var date) -> before.add(date);
                    case Answer.Words _, Answer.Amount _, Answer.Chosen _ -> {}
                }
            }
        }

        @Override
        public @Nullable Long person(String code) {
            var named = known.byLogin().get(code);
            if (named == null && code.matches("\\d{1,18}"))
                named = known.byNumber().get(Long.parseLong(code));
            if (named == null) return null;
            if (before.contains("p" + named.id())) return named.id();
            return named.active() && (me.may(Permission.TICKET_WORK) || near(named)) ? named.id() : null;
        }

        private boolean near(Person named) {
            return named.id() == me.id() || (me.organization() != 0 && named.organization() == me.organization());
        }

        @Override
        public @Nullable Long service(String code) {
            return services.byCode(code)
                    .filter(service -> service.active() || before.contains("s" + service.id()))
                    .map(Service::id)
                    .orElse(null);
        }

        @Override
        public boolean day(LocalDate date) {
            return before.contains(date);
        }

        @Override
        public boolean file(UUID id) {
            var loose = known.files().get(id);
            return before.contains(id) || (loose != null && loose.by() == me.id());
        }
    }
}
