package dev.qiao.dispatch.oncall;

import dev.qiao.base.Db;
import dev.qiao.dispatch.TicketEscalated.Level;
import dev.qiao.dispatch.oncall.OnCall.Step;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** How far promises have climbed. */
@Repository
class StepSql {
    private final Db db;

    StepSql(Db db) {
        this.db = db;
    }

    /** Of each of these tickets the last step. */
    List<Step> last(Collection<Long> tickets) {
        return db.sql("""
                select distinct on (e.ticket) e.ticket, e.metric, e.level, e.at
                  from dispatch.escalation e where e.ticket = any(:tickets::bigint[]) order by e.ticket, e.at desc
                """)
                .bind("tickets", tickets)
                .list(row -> new Step(
                        row.number("ticket"), row.text("metric"), row.word("level", Level.class), row.instant("at")));
    }
}
