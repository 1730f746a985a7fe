package dev.qiao.signal.deploy;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of what was changed or deployed. */
@Repository
class DeploymentSql {
    private final Db db;

    DeploymentSql(Db db) {
        this.db = db;
    }

    void insert(long source, List<Deployment> all) {
        db.sql("""
                insert into signal.deployment (source_id, at, title, url, labels, service_id)
                select :source, d.*
                  from unnest(:at::timestamptz[], :titles::text[], :urls::text[], :labels::jsonb[], :services::bigint[]) as d
                """)
                .bind("source", source)
                .bind("at", column(all, Deployment::at))
                .bind("titles", column(all, Deployment::title))
                .bind("urls", column(all, Deployment::url))
                .bind("labels", column(all, each -> Json.of(each.labels())))
                .bind("services", column(all, Deployment::service))
                .update();
    }

    /**
     * The newest first.
     *
     * @param services null: of all, also of none
     * @param before when that at which the page before ended was; with its number
     */
    List<Deployment> list(@Nullable Collection<Long> services, Instant from, Instant before, long number, int limit) {
        // A page of all goes by the moments alone; one of some services by those of each.
        return db.sql("""
                select id, source_id, at, title, url, labels::text as labels, service_id from signal.deployment
                 where at >= :from and (at, id) < (:before, :number) %s
                 order by at desc, id desc limit :limit
                """.formatted(services == null ? "" : "and service_id = any(:services::bigint[])"))
                .bind("services", services)
                .bind("from", from)
                .bind("before", before)
                .bind("number", number)
                .bind("limit", limit)
                .list(DeploymentSql::deployment);
    }

    @SuppressWarnings("unchecked")
    private static Deployment deployment(Row row) {
        return new Deployment(
                row.number("id"),
                row.number("source_id"),
                row.instant("at"),
                row.text("title"),
                row.text("url"),
                row.json("labels").as(Map.class),
                row.numberOrNull("service_id"));
    }
}
