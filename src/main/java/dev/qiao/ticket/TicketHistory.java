package dev.qiao.ticket;

import dev.qiao.base.Me;
import dev.qiao.journal.Journal;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.TicketFact.TicketAccepted;
import dev.qiao.ticket.talk.Stretch;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what happened to a ticket, in order. */
@Component
public class TicketHistory {
    /**
     * One thing that happened.
     *
     * @param reason why, in the person's words; null when none was given or it is not for this reader
     */
    public record Event(Recorded entry, @Nullable String reason) {}

    private final Journal journal;
    private final Reasons reasons;

    TicketHistory(Journal journal, Reasons reasons) {
        this.journal = journal;
        this.reasons = reasons;
    }

    /**
     * What this person may read, in the order in which it was written, which is the order of versions. What Qiao adds to a version, such
     * as whom it chose after a hand-over, was not done for the person's reason; nor is accepting, which comes with what was done first.
     */
    public List<Event> of(Ticket ticket, Me me, long after, int limit) {
        return told(ticket, journal.of(Tickets.KIND, ticket.number(), Conversation.readable(me), after, limit));
    }

    /** The newest of a stretch, in the same order. */
    public List<Event> newest(Ticket ticket, Stretch stretch, int limit, Me me) {
        return told(
                ticket,
                journal.newest(
                        Tickets.KIND,
                        ticket.number(),
                        Conversation.readable(me),
                        stretch.after(),
                        stretch.until(),
                        limit));
    }

    private List<Event> told(Ticket ticket, List<Recorded> entries) {
        Map<Integer, String> words = reasons.of(
                ticket.number(),
                entries.stream().map(Recorded::version).distinct().toList());
        return entries.stream()
                .map(entry -> new Event(entry, reasoned(entry) ? words.get(entry.version()) : null))
                .toList();
    }

    private static boolean reasoned(Recorded entry) {
        return entry.actor() != 0 && !entry.is(TicketAccepted.class);
    }
}
