package dev.qiao.signal.look;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** What is read to find out why something is wrong. */
@Repository
class LookSql {
    private static final Duration SLOT = Duration.ofMinutes(5);

    /** An alert of a service that was open at a time. */
    record Failed(long service, long alert, String title, Instant beganAt) {}

    /** Which log, and which of its patterns. */
    record Which(long source, long pattern) {}

    private final Db db;

    LookSql(Db db) {
        this.db = db;
    }

    /** Of each of these services the worst that was wrong at that time, as far as it was bad. */
    List<Failed> failing(Collection<Long> services, Instant at, Instant until) {
        return db.sql("""
                select distinct on (a.service_id) a.service_id, a.id, coalesce(nullif(a.title, ''), a.key) as title, a.began_at
                  from signal.alert a
                 where a.service_id = any(:services::bigint[]) and a.began_at <= :until and (a.ended_at is null or a.ended_at >= :at)
                   and a.severity in ('critical', 'major', 'unknown')
                 order by a.service_id, array_position(array['critical', 'major', 'unknown'], a.severity), a.began_at, a.id
                """)
                .bind("services", services)
                .bind("at", at)
                .bind("until", until)
                .list(row -> new Failed(
                        row.number("service_id"), row.number("id"), row.text("title"), row.instant("began_at")));
    }

    /** Patterns of these sources with the most lines in this time. */
    List<Which> busy(Collection<Long> sources, Instant from, Instant until, int most) {
        return db.sql("""
                select c.source_id, c.pattern_id from signal.pattern_count c
                 where c.source_id = any(:sources::bigint[]) and c.slot >= :from and c.slot <= :until
                 group by c.source_id, c.pattern_id order by sum(c.lines) desc, c.source_id, c.pattern_id limit :most
                """)
                .bind("sources", sources)
                .bind("from", from)
                .bind("until", until)
                .bind("most", most)
                .list(row -> new Which(row.number("source_id"), row.number("pattern_id")));
    }

    /** Lines of each in every five minutes of this time, also where there were none. */
    Map<Which, List<Point>> counts(List<Which> patterns, Instant from, Instant until) {
        record Count(Which which, Instant slot, long lines) {}
        var counts = db.sql("""
                select c.source_id, c.pattern_id, c.slot, c.lines
                  from unnest(:sources::bigint[], :patterns::bigint[]) as p (source, id)
                  join signal.pattern_count c on c.source_id = p.source and c.pattern_id = p.id
                 where c.slot >= :from and c.slot <= :until
                """)
                .bind("sources", column(patterns, Which::source))
                .bind("patterns", column(patterns, Which::pattern))
                .bind("from", from)
                .bind("until", until)
                .list(row -> new Count(
                        new Which(row.number("source_id"), row.number("pattern_id")),
                        row.instant("slot"),
                        row.number("lines")));
        var known = new LinkedHashMap<Which, Map<Instant, Long>>();
        patterns.forEach(which -> known.put(which, new LinkedHashMap<>()));
        for (var count : counts)
            known.getOrDefault(count.which(), new LinkedHashMap<>()).put(count.slot(), count.lines());
        var series = new LinkedHashMap<Which, List<Point>>();
        known.forEach((which, lines) -> series.put(which, whole(lines, from, until)));
        return series;
    }

    private static List<Point> whole(Map<Instant, Long> lines, Instant from, Instant until) {
        var points = new ArrayList<Point>();
        long step = SLOT.toSeconds();
        var slot = Instant.ofEpochSecond((from.getEpochSecond() + step - 1) / step * step);
        for (; !slot.isAfter(until); slot = slot.plus(SLOT)) points.add(new Point(slot, lines.getOrDefault(slot, 0L)));
        return points;
    }

    Map<Which, String> texts(List<Which> patterns) {
        record Text(Which which, String text) {}
        var texts = new LinkedHashMap<Which, String>();
        db.sql("""
                select p.source_id, p.id, p.text from unnest(:sources::bigint[], :patterns::bigint[]) as w (source, id)
                  join signal.pattern p on p.source_id = w.source and p.id = w.id
                """)
                .bind("sources", column(patterns, Which::source))
                .bind("patterns", column(patterns, Which::pattern))
                .list(row -> new Text(new Which(row.number("source_id"), row.number("id")), row.text("text")))
                .forEach(text -> texts.put(text.which(), text.text()));
        return texts;
    }
}
