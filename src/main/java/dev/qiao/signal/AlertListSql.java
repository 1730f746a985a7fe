package dev.qiao.signal;

import dev.qiao.base.Db;
import dev.qiao.signal.Alerts.Filter;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Lists of alerts. */
@Repository
class AlertListSql {
    private final Db db;

    AlertListSql(Db db) {
        this.db = db;
    }

    /** The newest first. */
    List<Alert> list(Filter filter, long before, int limit) {
        var narrow = filter.narrow();
        // What is open is few among many, and has an index of its own; so has a name.
        var over = switch (filter.over()) {
            case NO -> "a.state <> 'resolved'";
            case ONLY -> "a.state = 'resolved'";
            case TOO -> "true";
        };
        return db.sql("""
                select %s from signal.alert a
                 where %s and (:state::text is null or a.state = :state)
                   and (:severities::text[] is null or a.severity = any(:severities::text[]))
                   and (:name::text is null or coalesce(a.labels ->> 'alertname', a.title) = :name)
                   and (:words::text is null or a.id > (select coalesce(max(id), 0) - 200000 from signal.alert)
                        and strpos(lower(concat_ws(' ', a.title, a.labels ->> 'alertname', a.key)), lower(:words)) > 0)
                   and (:service::bigint is null or a.service_id = :service)
                   and (:from::timestamptz is null or a.began_at >= :from) and (:to::timestamptz is null or a.began_at < :to)
                   and (not :flapping or a.flapping) and a.id < :before
                 order by a.id desc limit :limit
                """.formatted(AlertSql.COLUMNS, over))
                .bind("state", filter.state())
                .bind("severities", filter.severities())
                .bind("name", narrow.name())
                .bind("words", narrow.words())
                .bind("service", narrow.service())
                .bind("from", narrow.from())
                .bind("to", narrow.to())
                .bind("flapping", narrow.flapping())
                .bind("before", before)
                .bind("limit", limit)
                .list(AlertSql::alert);
    }
}
