package dev.qiao.dispatch;

import static dev.qiao.base.Db.column;

import dev.qiao.base.Db;
import dev.qiao.base.Row;
import dev.qiao.dispatch.TicketEscalated.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All SQL of escalations. */
@Component
class EscalationSql {
    private record Key(long ticket, String metric, Level level, String mark) {
        static Key of(Escalation step) {
            return new Key(step.ticket(), step.metric(), step.level(), step.mark());
        }

        static Key read(Row row) {
            return new Key(row.number("ticket"), row.text("metric"), row.word("level", Level.class), row.text("mark"));
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
                        insert into dispatch.escalation (ticket, metric, level, mark, at)
                        select * from unnest(:tickets::bigint[], :metrics::text[], :levels::text[], :marks::text[],
                                             :ats::timestamptz[])
                        on conflict do nothing
                        returning ticket, metric, level, mark
                        """)
                .bind("tickets", column(steps, Escalation::ticket))
                .bind("metrics", column(steps, Escalation::metric))
                .bind("levels", column(steps, Escalation::level))
                .bind("marks", column(steps, Escalation::mark))
                .bind("ats", column(steps, Escalation::at))
                .list(Key::read)
                .stream()
                .collect(Collectors.toSet());
        return steps.stream().filter(step -> fresh.contains(Key.of(step))).toList();
    }
}
