package dev.qiao.ticket.followup;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Worker;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.TicketFact.TicketCameBack;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Says once of each follow-up that its moment has come. One that was missed comes late, not never. */
@Component
class FollowUpWorker implements Worker {
    private static final int AT_ONCE = 100;

    private final Db db;
    private final FollowUpSql sql;
    private final Acting acting;

    FollowUpWorker(Db db, FollowUpSql sql, Acting acting) {
        this.db = db;
        this.sql = sql;
        this.acting = acting;
    }

    @Override
    public String name() {
        return "ticket.follow_up";
    }

    @Override
    public int work(Instant now) {
        return db.transact(() -> {
            var numbers = sql.due(now, AT_ONCE);
            acting.hold(numbers);
            var due = sql.take(numbers, now);
            due.forEach(f -> acting.also(
                    f.number(),
                    Me.QIAO,
                    now,
                    (ticket, at) -> Done.of(ticket.touched(at), Audience.INTERNAL, new TicketCameBack(f.person()))));
            return due.size();
        });
    }
}
