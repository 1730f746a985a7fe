package dev.qiao.signal.probe;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Refused.Problem;
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

    void insert(long probe, Result result, Instant hour) {
        db.sql("""
                insert into signal.probe_result (probe_id, at, millis, reason) values (:probe, :at, :millis, :reason::jsonb)
                on conflict do nothing
                """)
                .bind("probe", probe)
                .bind("at", result.at())
                .bind("millis", result.millis())
                .bind("reason", result.reason() == null ? null : Json.of(result.reason()))
                .update();
        db.sql("""
                insert into signal.probe_hour as h (probe_id, hour, looks, failed, millis) values (:probe, :hour, 1, :failed, :millis)
                on conflict (probe_id, hour)
                do update set looks = h.looks + 1, failed = h.failed + excluded.failed, millis = h.millis + excluded.millis
                """)
                .bind("probe", probe)
                .bind("hour", hour)
                .bind("failed", result.ok() ? 0 : 1)
                .bind("millis", result.millis())
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
                        select probe_id, hour, looks, failed, millis from signal.probe_hour
                         where probe_id = any(:probes::bigint[]) and hour >= :since order by probe_id, hour
                        """)
                .bind("probes", probes)
                .bind("since", since)
                .list(row -> new Line(
                        row.number("probe_id"),
                        new Hour(
                                row.instant("hour"),
                                row.integer("looks"),
                                row.integer("failed"),
                                row.number("millis"))))
                .stream()
                .collect(groupingBy(Line::probe, mapping(Line::hour, toList())));
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
