package dev.qiao.ticket.merge;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to the restriction of what goes on in another ticket. Each ticket keeps a restriction of its own: to open the survivor opens
 * none of what was restricted by itself when it was merged into it, whose words then show there to its named people alone; only what
 * became restricted with the survivor is opened with it ({@link Along}). Nobody gives away by one act what they may not
 * even have thought of; whoever wants it open, too, says so of that ticket. It is the one change that a merged ticket still takes.
 */
@Component
public class Restricting {
    private final Merges merges;
    private final Editing editing;

    Restricting(Merges merges, Editing editing) {
        this.merges = merges;
        this.editing = editing;
    }

    /** Whether this ticket goes on in another. */
    public boolean concerns(long number) {
        return merges.into(List.of(number)).containsKey(number);
    }

    /** Twice is harmless. Errors: not merged, forbidden; stale when {@code seen} is not the version. */
    public Ticket restrict(long number, @Nullable Integer seen, boolean restricted, Me me, Instant now) {
        if (!concerns(number)) throw Refused.conflict("ticket.merge.not_merged", number);
        return editing.restrict(number, seen, restricted, me, now);
    }
}
