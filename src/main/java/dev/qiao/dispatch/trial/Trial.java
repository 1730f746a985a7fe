package dev.qiao.dispatch.trial;

import dev.qiao.ticket.Ticket;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have moved.
 *
 * @param looked how many tickets were looked at
 * @param whole whether these are all of the period
 * @param matched how many of them the rule would have decided
 * @param moving how many of those would have gone elsewhere
 * @param moves the newest of them, the newest first
 */
public record Trial(int looked, boolean whole, int matched, int moving, List<Move> moves) {
    /**
     * A ticket that would have gone elsewhere.
     *
     * @param from null: it went nowhere
     */
    public record Move(Ticket ticket, @Nullable Long from, long to) {}
}
