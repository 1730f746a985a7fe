package dev.qiao.feedback;

import dev.qiao.base.Me;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Level;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tickets that are over: taken down, solved and confirmed in one breath. */
@Component
public class Endings {
    private final Tickets tickets;

    Endings(Tickets tickets) {
        this.tickets = tickets;
    }

    public long closed(Me manager, Me engineer, Me requester, boolean restricted, Instant now) {
        var draft = new Draft(
                UUID.randomUUID(),
                manager,
                Kind.INCIDENT,
                "打印机卡纸",
                "",
                Level.LOW,
                Level.LOW,
                null,
                null,
                null,
                requester.id(),
                Source.PHONE,
                null,
                List.of(),
                restricted);
        long number = tickets.open(List.of(draft), now).getFirst().number();
        var team = engineer.teams().iterator().next();
        tickets.assign(number, null, team, engineer.id(), null, manager, now);
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, engineer, now);
        tickets.close(number, null, requester, now);
        return number;
    }
}
