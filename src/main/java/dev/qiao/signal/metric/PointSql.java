package dev.qiao.signal.metric;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.signal.metric.Refusal.Reason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** All SQL of points as they came, and of what is done with them. */
@Repository
class PointSql {
    /** A piece of work for the roll-up. */
    record Due(long source, Instant slot) {}

    private final Db db;

    PointSql(Db db) {
        this.db = db;
    }

    void insert(List<Long> series, List<Sample> samples) {
        db.sql("""
                insert into signal.point (series_id, at, value)
                select p.series, p.at, p.value
                  from unnest(:series::bigint[], :at::timestamptz[], :values::float8[]) as p (series, at, value)
                    on conflict (series_id, at) do nothing
                """)
                .bind("series", series)
                .bind("at", column(samples, Sample::at))
                .bind("values", column(samples, Sample::value))
                .update();
    }

    /** In the same order everywhere, and each row is locked: who rolls one up and who adds to it take turns. */
    void due(long source, Collection<Instant> slots) {
        db.sql("""
                insert into signal.point_due as d (source_id, slot, touched)
                select :source, s.slot, 1 from unnest(:slots::timestamptz[]) as s (slot) order by s.slot
                    on conflict (source_id, slot) do update set touched = d.touched + 1
                """).bind("source", source).bind("slots", slots).update();
    }

    /** The oldest that ended before this moment is taken off the list. */
    List<Due> take(Instant endedBefore, int most) {
        return db.sql("""
                delete from signal.point_due where (source_id, slot) in (
                       select source_id, slot from signal.point_due where slot < :before
                        order by slot, source_id limit :most for update skip locked)
                returning source_id, slot
                """)
                .bind("before", endedBefore)
                .bind("most", most)
                .list(row -> new Due(row.number("source_id"), row.instant("slot")));
    }

    /** Where the roll-up stands: what is newer may still be needed as it came. */
    Instant stands(Instant now) {
        return db.sql("select coalesce(min(slot), :now) as slot from signal.point_due")
                .bind("now", now)
                .one(row -> row.instant("slot"));
    }

    void rollFive(Due due, Instant until) {
        db.sql("""
                insert into signal.point_5m as r (series_id, at, points, sum, least, most)
                select p.series_id, :slot, count(*), sum(p.value), min(p.value), max(p.value)
                  from signal.series s join signal.point p on p.series_id = s.id
                 where s.source_id = :source and p.at >= :slot and p.at < :until
                 group by p.series_id
                    on conflict (series_id, at) do update
                       set points = excluded.points, sum = excluded.sum, least = excluded.least, most = excluded.most
                """)
                .bind("slot", due.slot())
                .bind("until", until)
                .bind("source", due.source())
                .update();
    }

    /** Two nodes that roll up parts of one hour take turns: the second sees what the first wrote. */
    void lock(Due hour) {
        db.sql("""
                select true as held
                  from (select pg_advisory_xact_lock(hashtext('signal.point_1h'), hashint8(:source) # hashint8(:hour))) held
                """)
                .bind("source", hour.source())
                .bind("hour", hour.slot().getEpochSecond())
                .one(row -> row.yes("held"));
    }

    void rollHour(long source, Instant hour, Instant until) {
        db.sql("""
                insert into signal.point_1h as r (series_id, at, points, sum, least, most)
                select p.series_id, :hour, sum(p.points), sum(p.sum), min(p.least), max(p.most)
                  from signal.series s join signal.point_5m p on p.series_id = s.id
                 where s.source_id = :source and p.at >= :hour and p.at < :until
                 group by p.series_id
                    on conflict (series_id, at) do update
                       set points = excluded.points, sum = excluded.sum, least = excluded.least, most = excluded.most
                """)
                .bind("hour", hour)
                .bind("until", until)
                .bind("source", source)
                .update();
    }

    void refuse(long source, Reason reason, long samples, Instant now) {
        db.sql("""
                insert into signal.point_refused as r (source_id, reason, points, last_at)
                values (:source, :reason, :points, :now)
                    on conflict (source_id, reason) do update set points = r.points + excluded.points, last_at = excluded.last_at
                """)
                .bind("source", source)
                .bind("reason", reason)
                .bind("points", samples)
                .bind("now", now)
                .update();
    }

    List<Refusal> refused(long source) {
        return db.sql("""
                select reason, points, last_at from signal.point_refused where source_id = :source order by reason limit 10
                """)
                .bind("source", source)
                .list(row ->
                        new Refusal(row.word("reason", Reason.class), row.number("points"), row.instant("last_at")));
    }

    void prepare(Instant now) {
        db.sql("select signal.prepare_points(:now::timestamptz) as n")
                .bind("now", now)
                .one(row -> row.integer("n"));
    }

    int forget(Instant raw, Instant fives, Instant hours) {
        return db.sql("select signal.forget_points(:raw::timestamptz, :fives::timestamptz, :hours::timestamptz) as n")
                .bind("raw", raw)
                .bind("fives", fives)
                .bind("hours", hours)
                .one(row -> row.integer("n"));
    }
}
