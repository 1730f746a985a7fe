package dev.qiao.ticket.recovery;

import dev.qiao.base.Me;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Acting;
import dev.qiao.ticket.Acting.Done;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact;
import dev.qiao.ticket.TicketFact.TicketBrokenAgain;
import dev.qiao.ticket.TicketFact.TicketRestored;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What machines find out about the service that a ticket is about. It is known to be restored, and whoever works on it is asked to
 * confirm; only they say that it is solved. A ticket that is not worked on any more stays as it is.
 */
@Component
public class Recoveries {
    private final Acting acting;

    Recoveries(Acting acting) {
        this.acting = acting;
    }

    /** It works again since that moment. */
    public void restored(long number, Instant since, Instant now) {
        note(number, since, new TicketRestored(since), now);
    }

    /** What worked again is broken. */
    public void broken(long number, Instant now) {
        note(number, null, new TicketBrokenAgain(), now);
    }

    private void note(long number, @Nullable Instant since, TicketFact fact, Instant now) {
        acting.also(number, Me.QIAO, now, (ticket, at) -> {
            if (!ticket.stage().open()) return new Done(ticket, List.of());
            return Done.of(ticket.restored(believed(ticket, since, at), at), Audience.INTERNAL, fact);
        });
    }

    /** Not before it broke, and not yet to come. */
    private static @Nullable Instant believed(Ticket ticket, @Nullable Instant since, Instant now) {
        if (since == null) return null;
        var began = ticket.matter().startedAt() == null
                ? ticket.times().openedAt()
                : ticket.matter().startedAt();
        return since.isBefore(began) ? began : since.isAfter(now) ? now : since;
    }
}
