package dev.qiao.signal.early;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.ticket.Ticket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** All SQL of what was foreseen. */
@Repository
class ForeseenSql {
    /** So long before an incident a machine must have spoken of its service for that to be monitored. */
    private static final Duration SPOKEN = Duration.ofDays(90);
    /** A warning that has been over for longer than this foretold nothing. */
    private static final Duration OVER = Duration.ofDays(1);

    private final Db db;

    ForeseenSql(Db db) {
        this.db = db;
    }

    /** Those of them that are about something monitored, each with the newest warning before it: of its service, or of a machine of its alerts. */
    List<Foreseen> of(List<Ticket> incidents) {
        return db.sql("""
                select t.number, t.opened_at, w.ticket as warning, w.opened_at as warned_at
                  from unnest(:numbers::bigint[], :services::bigint[], :opened::timestamptz[]) as t (number, service, opened_at)
                  left join signal.incident i on i.ticket = t.number
                  left join lateral (
                       select v.ticket, v.opened_at from signal.incident v
                        where v.warning and v.opened_at < t.opened_at
                          and (v.restored_at is null or v.restored_at > t.opened_at - :over::interval)
                          and (v.service_id = t.service or exists (
                               select 1 from (select distinct labels ->> 'instance' as instance from signal.alert
                                               where incident_id = v.id and labels ->> 'instance' is not null limit 100) before
                                 join (select distinct labels ->> 'instance' as instance from signal.alert
                                        where incident_id = i.id and labels ->> 'instance' is not null limit 100) after
                                      on after.instance = before.instance))
                        order by v.opened_at desc limit 1) w on true
                 where i.id is not null
                    or exists (select 1 from signal.source s where s.service_id = t.service and s.active)
                    or exists (select 1 from signal.alert a
                                where a.service_id = t.service and a.began_at > t.opened_at - :spoken::interval)
                """)
                .bind("numbers", column(incidents, Ticket::number))
                .bind("services", column(incidents, ticket -> ticket.matter().service()))
                .bind("opened", column(incidents, ticket -> ticket.times().openedAt()))
                .bind("over", OVER.toString())
                .bind("spoken", SPOKEN.toString())
                .list(row -> new Foreseen(
                        row.number("number"),
                        row.instant("opened_at"),
                        row.numberOrNull("warning"),
                        row.instantOrNull("warned_at")));
    }

    /** What is known of these tickets is this now. */
    void put(Collection<Long> tickets, List<Foreseen> foreseen) {
        db.sql("delete from signal.foreseen where ticket = any(:tickets::bigint[])")
                .bind("tickets", tickets)
                .update();
        db.sql("""
                insert into signal.foreseen (ticket, opened_at, warning, warned_at)
                select * from unnest(:tickets::bigint[], :opened::timestamptz[], :warnings::bigint[], :warned::timestamptz[])
                """)
                .bind("tickets", column(foreseen, Foreseen::ticket))
                .bind("opened", column(foreseen, Foreseen::openedAt))
                .bind("warnings", column(foreseen, Foreseen::warning))
                .bind("warned", column(foreseen, Foreseen::warnedAt))
                .update();
    }
}
