package dev.qiao.signal.log;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** What of patterns has been warned of. */
@Repository
class WatchSql {
    /** Of one source at a time. */
    static final int MOST = 200;

    /** A pattern that may be worth a word. */
    record Candidate(long id, String text, Instant firstAt, long lines) {}

    /** A warning that is not over. */
    record Standing(String alarm, Instant lastAt) {}

    private final Db db;

    WatchSql(Db db) {
        this.db = db;
    }

    /** Patterns that are new and that nobody was told of. */
    List<Candidate> fresh(long source, Instant since) {
        return db.sql("""
                select id, text, first_at, lines from signal.pattern
                 where source_id = :source and fresh and not told and went_on_in is null and first_at >= :since order by id limit :most
                """)
                .bind("source", source)
                .bind("since", since)
                .bind("most", MOST)
                .list(WatchSql::candidate);
    }

    /** Patterns with so many lines in these five minutes, that are older and do not warn yet. */
    List<Candidate> loud(long source, Instant slot, long least, Instant bornBefore) {
        return db.sql("""
                select p.id, p.text, p.first_at, c.lines
                  from signal.pattern_count c join signal.pattern p on p.source_id = c.source_id and p.id = c.pattern_id
                 where c.source_id = :source and c.slot = :slot and c.lines > :least and p.alarm is null and p.first_at < :before
                 order by c.lines desc limit :most
                """)
                .bind("source", source)
                .bind("slot", slot)
                .bind("least", least)
                .bind("before", bornBefore)
                .bind("most", MOST)
                .list(WatchSql::candidate);
    }

    /** Lines by five minutes, of each pattern. */
    Map<Long, Map<Instant, Long>> past(long source, Collection<Long> patterns, Instant from, Instant to) {
        record Count(long pattern, Instant slot, long lines) {}
        var past = new HashMap<Long, Map<Instant, Long>>();
        db.sql("""
                select pattern_id, slot, lines from signal.pattern_count
                 where source_id = :source and pattern_id = any(:patterns::bigint[]) and slot >= :from and slot < :to
                """)
                .bind("source", source)
                .bind("patterns", patterns)
                .bind("from", from)
                .bind("to", to)
                .list(row -> new Count(row.number("pattern_id"), row.instant("slot"), row.number("lines")))
                .forEach(count -> past.computeIfAbsent(count.pattern(), _ -> new HashMap<>())
                        .put(count.slot(), count.lines()));
        return past;
    }

    void warn(long source, Collection<Long> patterns, String alarm, long above) {
        db.sql("""
                update signal.pattern set told = true, alarm = :alarm, alarm_above = :above
                 where source_id = :source and id = any(:patterns::bigint[])
                """)
                .bind("source", source)
                .bind("patterns", patterns)
                .bind("alarm", alarm)
                .bind("above", above)
                .update();
    }

    /** Warnings, with the last time that they had reason: a line, or five minutes above what is usual. */
    List<Standing> standing(long source) {
        return db.sql("""
                select p.alarm, max(case when p.alarm_above = 0 then p.last_at
                                         else (select max(c.slot) + interval '5 minutes' from signal.pattern_count c
                                                where c.source_id = p.source_id and c.pattern_id = p.id and c.lines > p.alarm_above) end) as last_at
                  from signal.pattern p where p.source_id = :source and p.alarm is not null group by p.alarm limit :most
                """).bind("source", source).bind("most", MOST).list(row -> {
            var last = row.instantOrNull("last_at");
            return new Standing(row.text("alarm"), last == null ? Instant.EPOCH : last);
        });
    }

    void over(long source, Collection<String> alarms) {
        db.sql("""
                update signal.pattern set alarm = null, alarm_above = null where source_id = :source and alarm = any(:alarms::text[])
                """).bind("source", source).bind("alarms", alarms).update();
    }

    private static Candidate candidate(Row row) {
        return new Candidate(row.number("id"), row.text("text"), row.instant("first_at"), row.number("lines"));
    }
}
