package dev.qiao.calendar;

import dev.qiao.base.Db;
import dev.qiao.base.Kept;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Configured;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendars of the desk. Reading is from memory; changing needs {@link Permission#DESK_CONFIGURE} and holds from its moment on. */
@Component
public class Calendars {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 60;

    /** A calendar as the audit shows it. */
    record Said(
            String name,
            String zone,
            List<String> week,
            String makeUp,
            boolean listed,
            List<Integer> years,
            List<RulesDocument.Day> days) {
        static Said of(String name, Rules rules) {
            var d = RulesDocument.of(rules);
            return new Said(name, d.zone(), d.week(), d.makeUp(), d.listed(), d.years(), d.days());
        }

        Rules rules() {
            return new RulesDocument(zone, week, makeUp, listed, years, days).rules();
        }
    }

    private final Db db;
    private final CalendarSql sql;
    private final Journal journal;
    private final Kept<Long, Shelf> shelf;

    Calendars(Db db, CalendarSql sql, Journal journal) {
        this.db = db;
        this.sql = sql;
        this.journal = journal;
        this.shelf = new Kept<>(sql::revision, this::read);
    }

    /** Errors: there is no such calendar. */
    public WorkCalendar byCode(String code) {
        return named(code).time();
    }

    /** Errors: there is no such calendar. */
    public Calendar named(String code) {
        return find(code).orElseThrow(() -> Refused.notFound("calendar.unknown", code));
    }

    /** The calendar with this code. */
    public Optional<Calendar> find(String code) {
        return Optional.ofNullable(shelf.get().byCode.get(code));
    }

    /** In the order in which they were made. */
    public List<Calendar> all() {
        return shelf.get().byCode.values().stream()
                .sorted(Comparator.comparingLong(Calendar::id))
                .toList();
    }

    /** Grows with every change of any calendar. */
    public long revision() {
        return shelf.get().revision;
    }

    /** The calendar as it stood at an earlier revision, for whoever has to repeat what was computed then. */
    public WorkCalendar asOf(String code, long revision) {
        return shelf.get().asOf(named(code), revision);
    }

    /** Errors: a code that is taken or malformed. */
    public Calendar create(String code, String name, Rules rules, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        if (!CODE.matcher(code).matches()) throw Refused.invalid("code", "calendar.code_form", code);
        db.transact(() -> {
            long revision = sql.nextRevision();
            long id = sql.insert(code, name(name))
                    .orElseThrow(() -> Refused.invalid("code", "calendar.code_taken", code));
            sql.insert(id, revision, null, rules, me.id(), now);
            tell(id, code, null, Said.of(name(name), rules), me, now);
        });
        shelf.forget();
        return named(code);
    }

    /** Errors: stale when it changed since the revision {@code seen}. */
    public Calendar update(String code, String name, Rules rules, long seen, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        db.transact(() -> {
            long revision = sql.nextRevision();
            var newest = sql.newest(code).orElseThrow(() -> Refused.notFound("calendar.unknown", code));
            if (newest.revision() != seen) throw Refused.stale("calendar.changed_meanwhile");
            var before = Said.of(newest.name(), newest.rules());
            sql.rename(newest.calendar(), name(name));
            if (!newest.rules().equals(rules)) sql.insert(newest.calendar(), revision, now, rules, me.id(), now);
            tell(newest.calendar(), code, before, Said.of(name(name), rules), me, now);
        });
        shelf.forget();
        return named(code);
    }

    /** Takes in a year's published list. */
    public Calendar load(String code, HolidayList list, Me me, Instant now) {
        var calendar = named(code);
        return update(code, calendar.name(), calendar.rules().with(list), calendar.revision(), me, now);
    }

    private void tell(long id, String code, @Nullable Said before, Said after, Me me, Instant now) {
        var facts = Configured.of("calendar.calendar", code, before, after);
        journal.write(new Entry(now, me.origin(), "calendar", id, 0, me.id(), Audience.ADMIN, facts));
    }

    private static String name(String name) {
        var stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME)
            throw Refused.invalid("name", "calendar.name_length", LONGEST_NAME);
        return stripped;
    }

    private Shelf read(long revision) {
        return db.snapshot(() -> {
            var editions = new HashMap<Long, List<CalendarSql.Stored>>();
            for (var stored : sql.editions()) {
                editions.computeIfAbsent(stored.calendar(), _ -> new ArrayList<>())
                        .add(stored);
            }
            var byCode = new HashMap<String, Calendar>();
            for (var named : sql.calendars()) {
                var own = editions.getOrDefault(named.id(), List.of());
                byCode.put(
                        named.code(),
                        new Calendar(
                                named.id(),
                                named.code(),
                                named.name(),
                                Shelf.time(own),
                                own.getLast().revision()));
            }
            return new Shelf(revision, Map.copyOf(byCode), editions, new ConcurrentHashMap<>());
        });
    }

    private record Shelf(
            long revision,
            Map<String, Calendar> byCode,
            Map<Long, List<CalendarSql.Stored>> editions,
            Map<String, WorkCalendar> earlier) {

        WorkCalendar asOf(Calendar calendar, long revision) {
            if (calendar.revision() <= revision) return calendar.time();
            var known = editions.getOrDefault(calendar.id(), List.of()).stream()
                    .filter(e -> e.revision() <= revision)
                    .toList();
            if (known.isEmpty()) return calendar.time();
            return earlier.computeIfAbsent(calendar.id() + "/" + known.size(), _ -> time(known));
        }

        static WorkCalendar time(List<CalendarSql.Stored> stored) {
            return WorkCalendar.of(
                    stored.stream().map(s -> new Edition(s.from(), s.rules())).toList());
        }
    }
}
