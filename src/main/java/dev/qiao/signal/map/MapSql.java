package dev.qiao.signal.map;

import dev.qiao.base.Db;
import dev.qiao.signal.map.Health.Wrong;
import java.util.List;
import org.springframework.stereotype.Repository;

/** What is wrong with services, as counts, and of one of them. */
@Repository
class MapSql {
    private final Db db;

    MapSql(Db db) {
        this.db = db;
    }

    /** Of what is open and not silenced. */
    List<Wrong> wrong() {
        return db.sql("""
                select a.service_id, a.severity in ('critical', 'major', 'unknown') and not coalesce(i.warning, false) as bad,
                       f.alert_id is not null as folded, count(*)::int as alerts, min(a.began_at) as since
                  from signal.alert a
                  left join signal.incident i on i.id = a.incident_id
                  left join signal.fold f on f.alert_id = a.id and not f.released
                 where a.state <> 'resolved' and a.silence_id is null and a.service_id is not null
                 group by 1, 2, 3
                """)
                .list(row -> new Wrong(
                        row.number("service_id"),
                        row.yes("bad"),
                        row.yes("folded"),
                        row.integer("alerts"),
                        row.instant("since")));
    }

    /** The numbers of what is open of this service, the newest first. */
    List<Long> of(long service, int most) {
        return db.sql("""
                select a.id from signal.alert a where a.state <> 'resolved' and a.service_id = :service order by a.id desc limit :most
                """).bind("service", service).bind("most", most).list(row -> row.number("id"));
    }
}
