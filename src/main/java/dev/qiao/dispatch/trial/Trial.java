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
 * @param moves those that would have gone elsewhere, the newest first
 */
public record Trial(int looked, boolean whole, int matched, List<Move> moves) {
    /**
     * A ticket that would have gone elsewhere.
     *
     * @param from null: it went nowhere
     */
    public record Move(Ticket ticket, @Nullable Long from, long to) {}
}
