package dev.qiao.signal.metric;

import dev.qiao.base.Db;
import dev.qiao.signal.metric.Chart.Band;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** When something was wrong with services. */
@Repository
class BandSql {
    private final Db db;

    BandSql(Db db) {
        this.db = db;
    }

    /** The newest first. */
    List<Band> incidents(Collection<Long> services, Instant from, Instant until, int most) {
        return db.sql("""
                select i.ticket, i.opened_at, i.restored_at from signal.incident i
                 where i.service_id = any(:services::bigint[]) and not i.warning
                   and i.opened_at < :until and coalesce(i.restored_at, 'infinity') >= :from
                 order by i.opened_at desc limit :most
                """)
                .bind("services", services)
                .bind("from", from)
                .bind("until", until)
                .bind("most", most)
                .list(row ->
                        new Band(row.number("ticket"), row.instant("opened_at"), row.instantOrNull("restored_at")));
    }
}
