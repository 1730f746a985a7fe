package dev.qiao.ticket.load;

import dev.qiao.base.Db;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.load.Load.Due;
import dev.qiao.ticket.load.Load.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** Open work as counts. */
@Repository
class LoadSql {
    private static final Duration SOON = Duration.ofHours(1);

    private final Db db;

    LoadSql(Db db) {
        this.db = db;
    }

    /** Of at most so many tickets of each way of seeing them, in the order of their promises. */
    List<Part> parts(Sight sight, Instant now, int most) {
        var seen = sight.branches("t", Tickets.KIND, "number").stream()
                .map(branch -> """
                        (select t.team_id, t.assignee_id, t.service_id, t.kind, t.priority, t.stage, t.due_at from ticket.ticket t
                          where (%s) and t.stage in ('waiting', 'working', 'on_hold')
                          order by coalesce(t.due_at, 'infinity'), t.number limit %d)
                        """.formatted(branch, most))
                .collect(Collectors.joining(" union all "));
        return sight.bind(db.sql("""
                        select t.team_id, t.assignee_id, t.service_id, t.kind = 'incident' as incident, t.priority, t.stage = 'waiting' as waiting,

                               case when t.due_at < :now then 'overdue' when t.due_at < :soon then 'near' else 'later' end as due, count(*)::int as tickets
                          from (%s) t group by 1, 2, 3, 4, 5, 6, 7
                        """.formatted(seen)))
                .bind("now", now)
                .bind("soon", now.plus(SOON))
                .list(row -> new Part(
                        row.numberOrNull("team_id"),
                        row.numberOrNull("assignee_id"),
                        row.numberOrNull("service_id"),
                        row.yes("incident"),
                        row.word("priority", Priority.class),
                        row.yes("waiting"),
                        row.word("due", Due.class),
                        row.integer("tickets")));
    }

    /** Incidents that were reported since then, the newest first. */
    List<Broke> incidents(Sight sight, Instant since, int most) {
        var seen = sight.branches("t", Tickets.KIND, "number").stream()
                .map(branch -> """
                        (select t.number, t.title, t.priority, t.service_id, t.opened_at, t.started_at, t.restored_at, t.resolved_at
                           from ticket.ticket t
                          where (%s) and t.opened_at >= :since and t.kind = 'incident' order by t.opened_at desc limit %d)
                        """.formatted(branch, most))
                .collect(Collectors.joining(" union all "));
        return sight.bind(db.sql("""
                        select t.number, t.title, t.priority, t.service_id, coalesce(t.started_at, t.opened_at) as began,
                               coalesce(t.restored_at, t.resolved_at) as restored
                          from (%s) t order by t.number desc limit :most
                        """.formatted(seen)))
                .bind("since", since)
                .bind("most", most)
                .list(row -> new Broke(
                        row.number("number"),
                        row.text("title"),
                        row.word("priority", Priority.class),
                        row.numberOrNull("service_id"),
                        row.instant("began"),
                        row.instantOrNull("restored")));
    }
}
