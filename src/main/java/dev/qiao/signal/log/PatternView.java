package dev.qiao.signal.log;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** What is read of patterns for people. */
@Repository
class PatternView {
    private static final String COLUMNS = """
            p.source_id, p.id, p.text, p.lines, p.first_at, p.last_at, p.fresh, p.alarm is not null as alarmed, p.went_on_in,
            p.examples::text as examples
            """;

    private final Db db;

    PatternView(Db db) {
        this.db = db;
    }

    /** Of a source, with how many lines each had since then; those with most come first. */
    List<Seen> busiest(long source, Instant since, int limit) {
        return db.sql("""
                select %s, coalesce(c.lines, 0)::bigint as lately
                  from signal.pattern p
                  left join (select pattern_id, sum(lines) as lines from signal.pattern_count
                              where source_id = :source and slot >= :since group by pattern_id) c on c.pattern_id = p.id
                 where p.source_id = :source and p.went_on_in is null
                 order by coalesce(c.lines, 0) desc, p.last_at desc limit :limit
                """.formatted(COLUMNS))
                .bind("source", source)
                .bind("since", since)
                .bind("limit", limit)
                .list(PatternView::seen);
    }

    /** The same; those that came first the latest stand first. */
    List<Seen> newest(long source, Instant since, int limit) {
        return db.sql("""
                select %s, coalesce((select sum(c.lines) from signal.pattern_count c
                                      where c.source_id = p.source_id and c.pattern_id = p.id and c.slot >= :since), 0)::bigint as lately
                  from signal.pattern p
                 where p.source_id = :source and p.went_on_in is null
                 order by p.first_at desc, p.id desc limit :limit
                """.formatted(COLUMNS))
                .bind("source", source)
                .bind("since", since)
                .bind("limit", limit)
                .list(PatternView::seen);
    }

    Optional<Seen> find(long source, long id, Instant since) {
        return db.sql("""
                select %s, coalesce((select sum(c.lines) from signal.pattern_count c
                                      where c.source_id = p.source_id and c.pattern_id = p.id and c.slot >= :since), 0)::bigint as lately
                  from signal.pattern p where p.source_id = :source and p.id = :id
                """.formatted(COLUMNS))
                .bind("source", source)
                .bind("id", id)
                .bind("since", since)
                .optional(PatternView::seen);
    }

    /** Lines of each hour since then, by pattern; the last is the hour that goes on. */
    Map<Long, long[]> hours(long source, List<Long> patterns, Instant since, int hours) {
        record Hour(long pattern, int hour, long lines) {}
        return db
                .sql("""
                        select pattern_id, floor(extract(epoch from (slot - :since)) / 3600)::int as hour, sum(lines)::bigint as lines
                          from signal.pattern_count
                         where source_id = :source and pattern_id = any(:patterns::bigint[]) and slot >= :since
                         group by pattern_id, hour
                        """)
                .bind("source", source)
                .bind("patterns", patterns)
                .bind("since", since)
                .list(row -> new Hour(row.number("pattern_id"), row.integer("hour"), row.number("lines")))
                .stream()
                .filter(hour -> hour.hour() < hours)
                .collect(Collectors.groupingBy(Hour::pattern, Collectors.collectingAndThen(Collectors.toList(), all -> {
                    var counts = new long[hours];
                    all.forEach(hour -> counts[hour.hour()] += hour.lines());
                    return counts;
                })));
    }

    /** Sources that have patterns, with how many lines each has had. */
    Map<Long, Long> sources() {
        record Lines(long source, long lines) {}
        return db
                .sql("select source_id, lines from signal.miner order by source_id limit 1000")
                .list(row -> new Lines(row.number("source_id"), row.number("lines")))
                .stream()
                .collect(Collectors.toMap(Lines::source, Lines::lines));
    }

    private static Seen seen(Row row) {
        return new Seen(
                row.number("source_id"),
                row.number("id"),
                row.text("text"),
                row.number("lines"),
                row.number("lately"),
                row.instant("first_at"),
                row.instant("last_at"),
                row.yes("fresh"),
                row.yes("alarmed"),
                row.numberOrNull("went_on_in"),
                Arrays.asList(row.json("examples").as(Example[].class)));
    }
}
