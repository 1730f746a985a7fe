package dev.qiao.ticket.silence;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Worker;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.TicketFact.TicketUnanswered;
import dev.qiao.ticket.silence.SilenceSql.Silence;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Says of each ticket once that its requester has not heard anything for too long. A missed moment comes late, not never. */
@Component
class SilenceWorker implements Worker {
    private static final int AT_ONCE = 100;

    private final Db db;
    private final SilenceSql sql;
    private final Acting acting;

    SilenceWorker(Db db, SilenceSql sql, Acting acting) {
        this.db = db;
        this.sql = sql;
        this.acting = acting;
    }

    @Override
    public String name() {
        return "ticket.silence_due";
    }

    @Override
    public int work(Instant now) {
        return db.transact(() -> {
            var numbers = sql.due(now, AT_ONCE);
            acting.hold(numbers);
            var due = sql.take(numbers, now);
            due.forEach(silence -> tell(silence, now));
            return due.size();
        });
    }

    private void tell(Silence silence, Instant now) {
        int hours = Math.toIntExact(Duration.between(silence.since(), now).toHours());
        acting.also(
                silence.number(),
                Me.QIAO,
                now,
                (ticket, at) -> ticket.stage().open()
                        ? Done.of(ticket.touched(at), Audience.INTERNAL, new TicketUnanswered(hours))
                        : Done.of(ticket, Audience.INTERNAL, new TicketUnanswered(hours)));
    }
}
