package dev.qiao.signal.probe;

import static dev.qiao.base.Db.column;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** What was seen: each look for some days, and tallies of each hour for longer. */
@Repository
class ResultSql {
    private final Db db;

    ResultSql(Db db) {
        this.db = db;
    }

    /** Counted in its hour; what was seen at that moment already is not counted again. */
    void insert(long probe, Collection<Result> results) {
        db.sql("""
                with fresh as (
                    insert into signal.probe_result (probe_id, at, millis, reason)
                    select :probe, r.at, r.millis, r.reason
                      from unnest(:at::timestamptz[], :millis::int[], :reasons::jsonb[]) as r (at, millis, reason)
                    on conflict do nothing returning at, millis, reason)
                insert into signal.probe_hour as h (probe_id, hour, looks, failed, millis, good_millis)
                select :probe, date_trunc('hour', at, 'UTC'), count(*), count(reason), sum(millis),
                       coalesce(sum(millis) filter (where reason is null), 0)
                  from fresh group by 2
                on conflict (probe_id, hour)
                do update set looks = h.looks + excluded.looks, failed = h.failed + excluded.failed,
                              millis = h.millis + excluded.millis, good_millis = h.good_millis + excluded.good_millis
                """)
                .bind("probe", probe)
                .bind("at", column(results, Result::at))
                .bind("millis", column(results, Result::millis))
                .bind("reasons", column(results, result -> result.reason() == null ? null : Json.of(result.reason())))
                .update();
    }

    /** The newest before a moment, newest first. */
    List<Result> before(long probe, Instant before, int most) {
        return db.sql("""
                select at, millis, reason from signal.probe_result
                 where probe_id = :probe and at < :before order by at desc limit :most
                """)
                .bind("probe", probe)
                .bind("before", before)
                .bind("most", most)
                .list(row -> {
                    var reason = row.jsonOrNull("reason");
                    return new Result(
                            row.instant("at"),
                            row.integer("millis"),
                            reason == null ? null : reason.as(Problem.class),
                            null);
                });
    }

    /** The hours of these since a moment, in their order. */
    Map<Long, List<Hour>> hours(Collection<Long> probes, Instant since) {
        record Line(long probe, Hour hour) {}
        return db
                .sql("""
                        select probe_id, hour, looks, failed, millis, good_millis from signal.probe_hour
                         where probe_id = any(:probes::bigint[]) and hour >= :since order by probe_id, hour
                        """)
                .bind("probes", probes)
                .bind("since", since)
                .list(row -> new Line(row.number("probe_id"), hour(row)))
                .stream()
                .collect(groupingBy(Line::probe, mapping(Line::hour, toList())));
    }

    /** The hours since a moment in which it was described as it is now. */
    List<Hour> past(long probe, Instant since) {
        return db.sql("""
                select h.hour, h.looks, h.failed, h.millis, h.good_millis
                  from signal.probe_hour h join signal.probe p on p.id = h.probe_id
                 where h.probe_id = :probe and h.hour >= :since and h.hour >= date_trunc('hour', p.described_at) order by h.hour
                """).bind("probe", probe).bind("since", since).list(ResultSql::hour);
    }

    private static Hour hour(Row row) {
        return new Hour(
                row.instant("hour"),
                row.integer("looks"),
                row.integer("failed"),
                row.number("millis"),
                row.number("good_millis"));
    }

    /** Forgets what is older; so many at once. */
    int sweep(Instant looks, Instant hours, int most) {
        return db.sql("""
                delete from signal.probe_result where ctid = any(array(
                    select ctid from signal.probe_result where at < :before limit :most))
                """).bind("before", looks).bind("most", most).update()
                + db.sql("""
                delete from signal.probe_hour where ctid = any(array(
                    select ctid from signal.probe_hour where hour < :before limit :most))
                """).bind("before", hours).bind("most", most).update();
    }
}
