package dev.qiao.channel.hook;

import dev.qiao.feedback.TicketRated;
import dev.qiao.journal.Facts;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.TicketFact.TicketAssigned;
import dev.qiao.ticket.TicketFact.TicketBrokenAgain;
import dev.qiao.ticket.TicketFact.TicketCancelled;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketCommented;
import dev.qiao.ticket.TicketFact.TicketHandedOver;
import dev.qiao.ticket.TicketFact.TicketHeld;
import dev.qiao.ticket.TicketFact.TicketNudged;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketRestored;
import dev.qiao.ticket.TicketFact.TicketResumed;
import java.util.List;
import java.util.stream.Stream;

/** What others can be told of, by the names of acts in the journal. */
public final class HookEvent {
    /** In the order of a ticket's life. */
    public static final List<String> ALL = Stream.of(
                    TicketOpened.class,
                    TicketAssigned.class,
                    TicketAccepted.class,
                    TicketHandedOver.class,
                    TicketHeld.class,
                    TicketResumed.class,
                    TicketCommented.class,
                    TicketNudged.class,
                    TicketRestored.class,
                    TicketBrokenAgain.class,
                    TicketResolved.class,
                    TicketClosed.class,
                    TicketCancelled.class,
                    TicketReopened.class,
                    TicketRated.class)
            .map(Facts::act)
            .toList();

    /** A try from the page, which is about no ticket. */
    public static final String PING = "ping";

    private HookEvent() {}
}
