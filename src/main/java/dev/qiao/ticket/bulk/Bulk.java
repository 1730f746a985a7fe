package dev.qiao.ticket.bulk;

import dev.qiao.base.Coded;
import dev.qiao.ticket.deed.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act on many tickets.
 *
 * @param undoes the bulk act that this one takes back; null for one of its own
 * @param endedAt when nothing was left to do, or it was cancelled
 */
public record Bulk(
        long id,
        long person,
        Instant at,
        Order order,
        @Nullable Long undoes,
        int total,
        @Nullable Instant cancelledAt,
        @Nullable Instant endedAt) {
    /** So long after its end it can be taken back. */
    public static final Duration UNDONE_WITHIN = Duration.ofHours(24);

    public boolean running() {
        return endedAt == null;
    }

    /** How many of its tickets came to what. */
    public record Progress(int done, int unchanged, int refused, int takenBack, int waiting) {
        static final Progress NOTHING = new Progress(0, 0, 0, 0, 0);

        public int over() {
            return done + unchanged + refused + takenBack;
        }

        public int of(Fate fate) {
            return switch (fate) {
                case DONE -> done;
                case UNCHANGED -> unchanged;
                case REFUSED -> refused;
                case TAKEN_BACK -> takenBack;
                case LEFT -> waiting;
            };
        }
    }

    /** What became of a ticket; {@code LEFT} as long as nothing has. */
    public enum Fate implements Coded {
        DONE,
        UNCHANGED,
        REFUSED,
        TAKEN_BACK,
        LEFT
    }

    /**
     * One ticket of it.
     *
     * @param problem message key of why not
     */
    public record Item(
            int place, long number, Fate fate, @Nullable String problem, List<Object> arguments) {}
}
