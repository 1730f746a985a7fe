package dev.qiao.signal.metric;

import dev.qiao.base.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads series in steps. What is not rolled up yet is read from the raw points, so that all ways say the same. */
@Repository
class SpotSql {
    /** The five minutes of these series that are not rolled up yet. */
    private static final String DUE = """
            with due as materialized (
                 select s.id as series_id, d.slot from signal.series s join signal.point_due d on d.source_id = s.source_id
                  where s.id = any(:series::bigint[]) and d.slot >= :from::timestamptz - interval '1 hour' and d.slot < :until),
            """;

    /** Those as they would be rolled up. */
    private static final String FRESH = """
            select p.series_id, p.at, 1 as points, p.value as sum, p.value as least, p.value as most
              from due d join signal.point p on p.series_id = d.series_id and p.at >= d.slot and p.at < d.slot + interval '5 minutes'
             where p.at >= :from and p.at < :until
            """;

    private static final String STEPS = """
            select series_id, to_timestamp(floor(extract(epoch from at) / :step) * :step) as step,
                   sum(sum) / sum(points) as value, min(least) as least, max(most) as most
              from part group by 1, 2 order by 1, 2
            """;

    private final Db db;

    SpotSql(Db db) {
        this.db = db;
    }

    List<Spot> raw(Collection<Long> series, Instant from, Instant until, long step) {
        return read("""
                with part as (
                select p.series_id, p.at, 1 as points, p.value as sum, p.value as least, p.value as most from signal.point p
                 where p.series_id = any(:series::bigint[]) and p.at >= :from and p.at < :until)
                """ + STEPS, series, from, until, step);
    }

    List<Spot> fives(Collection<Long> series, Instant from, Instant until, long step) {
        return read(DUE + """
                part as (
                select r.series_id, r.at, r.points, r.sum, r.least, r.most from signal.point_5m r
                 where r.series_id = any(:series::bigint[]) and r.at >= :from and r.at < :until
                   and not exists (select from due d where d.series_id = r.series_id and d.slot = r.at)
                 union all
                """ + FRESH + ")" + STEPS, series, from, until, step);
    }

    List<Spot> hours(Collection<Long> series, Instant from, Instant until, long step) {
        return read(DUE + """
                hour as materialized (select distinct series_id, date_trunc('hour', slot, 'UTC') as hour from due),
                part as (
                select r.series_id, r.at, r.points, r.sum, r.least, r.most from signal.point_1h r
                 where r.series_id = any(:series::bigint[]) and r.at >= :from and r.at < :until
                   and not exists (select from hour h where h.series_id = r.series_id and h.hour = r.at)
                 union all
                select r.series_id, r.at, r.points, r.sum, r.least, r.most
                  from hour h join signal.point_5m r
                       on r.series_id = h.series_id and r.at >= h.hour and r.at < h.hour + interval '1 hour'
                 where r.at >= :from and r.at < :until
                   and not exists (select from due d where d.series_id = r.series_id and d.slot = r.at)
                 union all
                """ + FRESH + ")" + STEPS, series, from, until, step);
    }

    private List<Spot> read(String statement, Collection<Long> series, Instant from, Instant until, long step) {
        return db.sql(statement)
                .bind("series", series)
                .bind("from", from)
                .bind("until", until)
                .bind("step", step)
                .list(row -> new Spot(
                        row.number("series_id"),
                        row.instant("step"),
                        row.decimal("value"),
                        row.decimal("least"),
                        row.decimal("most")));
    }
}
