package dev.qiao.signal;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Json;
import dev.qiao.base.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** All SQL of what was changed or deployed. */
@Repository
class DeploymentSql {
    private final Db db;

    DeploymentSql(Db db) {
        this.db = db;
    }

    /** What a message told. */
    void insert(Message message, List<Deployed> all) {
        if (all.isEmpty()) return;
        db.sql("""
                insert into signal.deployment (source_id, at, title, url, labels)
                select :source, d.at, d.title, d.url, d.labels
                  from unnest(:at::timestamptz[], :titles::text[], :urls::text[], :labels::jsonb[]) as d (at, title, url, labels)
                """)
                .bind("source", message.source())
                .bind("at", column(all, each -> Objects.requireNonNullElse(each.at(), message.receivedAt())))
                .bind("titles", column(all, Deployed::title))
                .bind("urls", column(all, Deployed::url))
                .bind("labels", column(all, each -> Json.of(each.labels())))
                .update();
    }

    /** Those between these moments, the newest first. */
    List<Deployment> between(Instant from, Instant to, int limit) {
        return db.sql("""
                select id, source_id, at, title, url, labels::text as labels, service_id from signal.deployment
                 where at >= :from and at <= :to order by at desc limit :limit
                """)
                .bind("from", from)
                .bind("to", to)
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
