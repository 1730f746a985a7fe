package dev.qiao.signal.metric;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of series. */
@Repository
class SeriesSql {
    private final Db db;

    SeriesSql(Db db) {
        this.db = db;
    }

    Map<UUID, Long> known(long source, Collection<UUID> marks) {
        var found = new HashMap<UUID, Long>();
        db.sql("""
                select s.mark, s.id from signal.series s
                 where s.source_id = :source and s.mark = any(:marks::uuid[])
                """)
                .bind("source", source)
                .bind("marks", marks)
                .list(row -> found.put(row.uuid("mark"), row.number("id")));
        return found;
    }

    /** Others who want new series of this source wait: so the bound holds. */
    void lock(long source) {
        db.sql(
                        "select true as held from (select pg_advisory_xact_lock(hashtext('signal.series'), :source::integer)) held")
                .bind("source", (int) source)
                .one(row -> row.yes("held"));
    }

    long count(long source) {
        return db.sql("select count(*) as n from signal.series where source_id = :source")
                .bind("source", source)
                .one(row -> row.number("n"));
    }

    void insert(long source, List<Map.Entry<UUID, Sample>> fresh, List<@Nullable Long> services, Instant now) {
        db.sql("""
                insert into signal.series (source_id, mark, metric, labels, service_id, began_at)
                select :source, s.mark, s.metric, s.labels::jsonb, s.service, :now
                  from unnest(:marks::uuid[], :metrics::text[], :labels::text[], :services::bigint[])
                       as s (mark, metric, labels, service)
                    on conflict (source_id, mark) do nothing
                """)
                .bind("source", source)
                .bind("now", now)
                .bind("marks", column(fresh, Map.Entry::getKey))
                .bind("metrics", column(fresh, one -> one.getValue().metric()))
                .bind("labels", column(fresh, one -> Json.of(one.getValue().labels())))
                .bind("services", services)
                .update();
    }

    /** Of all sources, the oldest first. */
    List<Series> find(String metric, long after, int most) {
        return db.sql("""
                select id, source_id, metric, labels, service_id from signal.series
                 where metric = :metric and id > :after order by id limit :most
                """)
                .bind("metric", metric)
                .bind("after", after)
                .bind("most", most)
                .list(SeriesSql::series);
    }

    /** Each name once, without reading all its series. */
    List<String> names(int most) {
        return db.sql("""
                with recursive name as (
                (select metric from signal.series order by metric limit 1)
                 union all
                select (select s.metric from signal.series s where s.metric > n.metric order by s.metric limit 1)
                  from name n where n.metric is not null)
                select metric from name where metric is not null limit :most
                """).bind("most", most).list(row -> row.text("metric"));
    }

    Optional<Series> find(long id) {
        return db.sql("select id, source_id, metric, labels, service_id from signal.series where id = :id")
                .bind("id", id)
                .optional(SeriesSql::series);
    }

    /** Those about these services, the newest first; the parts of histograms are too many and say little each. */
    List<Series> about(Collection<Long> services, int most) {
        return db.sql("""
                select id, source_id, metric, labels, service_id from signal.series
                 where service_id = any(:services::bigint[]) and metric not like '%\\_bucket' order by id desc limit :most
                """).bind("services", services).bind("most", most).list(SeriesSql::series);
    }

    /** Those that began before a moment, in the order of their numbers. */
    List<Long> began(long after, Instant before, int most) {
        return db.sql("select id from signal.series where id > :after and began_at < :before order by id limit :most")
                .bind("after", after)
                .bind("before", before)
                .bind("most", most)
                .list(row -> row.number("id"));
    }

    /** Those of them that have no point in any resolution. */
    int forgetDead(Collection<Long> ids) {
        // Not as "not exists": that is a join, for which whole partitions would be read.
        return db.sql("""
                delete from signal.series s
                 where s.id = any(:ids::bigint[])
                   and (select p.at from signal.point_1h p where p.series_id = s.id limit 1) is null
                   and (select p.at from signal.point_5m p where p.series_id = s.id limit 1) is null
                   and (select p.at from signal.point p where p.series_id = s.id limit 1) is null
                """).bind("ids", ids).update();
    }

    private static Series series(Row row) {
        return new Series(
                row.number("id"),
                row.number("source_id"),
                row.text("metric"),
                labels(row.json("labels")),
                row.numberOrNull("service_id"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> labels(Json stored) {
        return new TreeMap<String, String>(stored.as(Map.class));
    }
}
