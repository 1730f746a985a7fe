package dev.qiao.signal;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** All SQL of incidents. */
@Repository
class IncidentSql {
    private static final String INCIDENT = """
            select i.id, i.ticket, i.warning, i.service_id, i.opened_at, i.last_at, i.restored_at, i.alerts, i.open,
                   array(select g.group_key from signal.incident_group g where g.incident_id = i.id) as groups
              from signal.incident i
            """;

    /** So long after it was last heard of what flaps is believed to be over. */
    private static final Duration STEADY = Duration.ofMinutes(15);

    private final Db db;

    IncidentSql(Db db) {
        this.db = db;
    }

    /** Those that alerts of these groups or services may belong to, and these; the newest first. */
    List<Incident> near(
            Collection<String> groups, Collection<Long> services, Collection<Long> ids, Instant since, int most) {
        return db.sql(INCIDENT + """
                where i.id in (
                      select g.incident_id from signal.incident_group g where g.group_key = any(:groups::text[])
                      union
                      select s.id from signal.incident s where s.service_id = any(:services::bigint[]) and s.last_at >= :since
                      union
                      select unnest(:ids::bigint[]))
                order by i.id desc limit :most
                """)
                .bind("groups", groups)
                .bind("services", services)
                .bind("ids", ids)
                .bind("since", since)
                .bind("most", most)
                .list(IncidentSql::incident);
    }

    /** The newest first. */
    List<Incident> ofTickets(Collection<Long> tickets) {
        return db.sql(INCIDENT + "where i.ticket = any(:tickets::bigint[]) order by i.id desc limit 100")
                .bind("tickets", tickets)
                .list(IncidentSql::incident);
    }

    List<Incident> of(Collection<Long> ids) {
        return db.sql(INCIDENT + "where i.id = any(:ids::bigint[]) order by i.id")
                .bind("ids", ids)
                .list(IncidentSql::incident);
    }

    /** One for each of these tickets; returns their numbers in the same order. */
    List<Long> insert(List<Long> tickets, List<Boolean> warnings, List<@Nullable Long> services, Instant now) {
        if (tickets.isEmpty()) return List.of();
        return db.sql("""
                with made as (
                     insert into signal.incident (ticket, warning, service_id, opened_at, last_at)
                     select t.ticket, t.warning, t.service, :now, :now
                       from unnest(:tickets::bigint[], :warnings::boolean[], :services::bigint[]) as t (ticket, warning, service)
                     returning id, ticket)
                select m.id from unnest(:tickets::bigint[]) with ordinality as t (ticket, place) join made m on m.ticket = t.ticket
                 order by t.place
                """)
                .bind("tickets", tickets)
                .bind("warnings", warnings)
                .bind("services", services)
                .bind("now", now)
                .list(row -> row.number("id"));
    }

    /** A group whose alerts belong to an incident, and when the last of them came. */
    record Gathered(long incident, String group, Instant lastAt) {}

    /** What the senders of its alerts put together belongs together. */
    void gather(List<Gathered> gathered) {
        db.sql("""
                insert into signal.incident_group (group_key, incident_id)
                select g.key, g.incident from unnest(:groups::text[], :incidents::bigint[]) as g (key, incident) on conflict do nothing
                """)
                .bind("groups", column(gathered, Gathered::group))
                .bind("incidents", column(gathered, Gathered::incident))
                .update();
        db.sql("""
                update signal.incident i set last_at = greatest(i.last_at, g.at)
                  from (select g.incident, max(g.at) as at
                          from unnest(:incidents::bigint[], :at::timestamptz[]) as g (incident, at) group by g.incident) g
                 where i.id = g.incident
                """)
                .bind("incidents", column(gathered, Gathered::incident))
                .bind("at", column(gathered, Gathered::lastAt))
                .update();
    }

    /** Counts their alerts anew, and finds out whether the last of them is over; of what flaps that is believed after a while. */
    void count(Collection<Long> incidents, Instant now) {
        db.sql("""
                update signal.incident i
                   set alerts = c.alerts, open = c.open, began_at = c.began, restored_at = case when c.open = 0 and not c.unsteady then c.ended end
                  from (select incident_id, count(*)::int as alerts, (count(*) filter (where state <> 'resolved'))::int as open,
                               min(began_at) as began, max(ended_at) as ended, coalesce(bool_or(flapping and last_at > :steady), false) as unsteady
                          from signal.alert where incident_id = any(:incidents::bigint[]) group by incident_id) c
                 where i.id = c.incident_id
                """)
                .bind("incidents", incidents)
                .bind("steady", now.minus(STEADY))
                .update();
    }

    /** What flapped, was over and stayed so is to be looked at again. */
    int steady(Instant now) {
        return db.sql("""
                update signal.alert a set changed = true
                  from signal.incident i
                 where i.open = 0 and i.alerts > 0 and i.restored_at is null and a.incident_id = i.id and a.flapping
                   and not exists (select 1 from signal.alert o where o.incident_id = i.id and o.flapping and o.last_at > :steady)
                """).bind("steady", now.minus(STEADY)).update();
    }

    /** Those whose counts are not those of their alerts; what nobody has looked at yet is left out. */
    List<Incident> miscounted(int most) {
        return db.sql(INCIDENT + """
                  join (select a.incident_id, count(*) as alerts, count(*) filter (where a.state <> 'resolved') as open,
                               bool_or(a.changed) as changed, bool_or(a.flapping) as flapping
                          from signal.alert a where a.incident_id is not null group by a.incident_id) c on c.incident_id = i.id
                 where i.forgotten_at is null and not c.changed and (i.alerts <> c.alerts or i.open <> c.open or (i.restored_at is null and not c.flapping) <> (c.open > 0))
                 order by i.id limit :most
                """).bind("most", most).list(IncidentSql::incident);
    }

    private static Incident incident(Row row) {
        return new Incident(
                row.number("id"),
                row.number("ticket"),
                row.yes("warning"),
                row.numberOrNull("service_id"),
                row.instant("opened_at"),
                row.instant("last_at"),
                row.instantOrNull("restored_at"),
                Set.copyOf(row.texts("groups")),
                row.integer("alerts"),
                row.integer("open"));
    }
}
