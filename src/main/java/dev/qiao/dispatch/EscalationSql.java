package dev.qiao.dispatch;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.dispatch.TicketEscalated.Level;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All SQL of escalations. */
@Component
class EscalationSql {
    private record Key(long ticket, String metric, Level level, int percent) {
        static Key of(Escalation step) {
            return new Key(step.ticket(), step.metric(), step.level(), step.percent());
        }

        static Key read(Row row) {
            return new Key(
                    row.number("ticket"), row.text("metric"), row.word("level", Level.class), row.integer("percent"));
        }
    }

    private final Db db;

    EscalationSql(Db db) {
        this.db = db;
    }

    /** Those that had not been taken before. */
    List<Escalation> once(List<Escalation> steps) {
        if (steps.isEmpty()) return List.of();
        Set<Key> fresh = db
                .sql("""
                        insert into dispatch.escalation (ticket, metric, level, percent, at, due_at)
                        select * from unnest(:tickets::bigint[], :metrics::text[], :levels::text[], :percents::integer[],
                                             :ats::timestamptz[], :dues::timestamptz[])
                        on conflict do nothing
                        returning ticket, metric, level, percent
                        """)
                .bind("tickets", column(steps, Escalation::ticket))
                .bind("metrics", column(steps, Escalation::metric))
                .bind("levels", column(steps, Escalation::level))
                .bind("percents", column(steps, Escalation::percent))
                .bind("ats", column(steps, Escalation::at))
                .bind("dues", column(steps, Escalation::dueAt))
                .list(Key::read)
                .stream()
                .collect(Collectors.toSet());
        return steps.stream().filter(step -> fresh.contains(Key.of(step))).toList();
    }

    /** Takes those whose moment has come. */
    List<Escalation> due(Instant now, int most) {
        return db.sql("""
                update dispatch.escalation e
                   set due_at = null
                  from (select ticket, metric, level, percent from dispatch.escalation
                         where due_at <= :now order by due_at limit :most for update skip locked) due
                 where (e.ticket, e.metric, e.level, e.percent) = (due.ticket, due.metric, due.level, due.percent)
                returning e.ticket, e.metric, e.level, e.percent, e.at
                """)
                .bind("now", now)
                .bind("most", most)
                .list(row -> new Escalation(
                        row.number("ticket"),
                        row.text("metric"),
                        row.word("level", Level.class),
                        row.integer("percent"),
                        null,
                        row.instant("at"),
                        null));
    }
}
