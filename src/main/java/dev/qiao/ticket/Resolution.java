package dev.qiao.ticket;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was done about it.
 *
 * @param cause null only for a ticket that was cancelled or goes on in another
 * @param restoredAt when the user could work again; null where nothing was broken or restored
 */
public record Resolution(
        Outcome code,
        @Nullable Cause cause,
        String solution,
        @Nullable Instant restoredAt,
        long by,
        Instant at) {
    /** What is stated, as far as it has happened. Errors: invalid, where it is yet to come. */
    public static @Nullable Instant past(@Nullable Instant stated, Instant now) {
        if (stated != null && stated.isAfter(now)) throw Refused.invalid("restoredAt", "ticket.restored_in_future");
        return stated;
    }

    /** When the user could work again: as stated, else as machines found, else now. Errors: invalid, where that is before it broke. */
    static Instant restored(Ticket ticket, @Nullable Instant stated, Instant now) {
        if (stated == null) return Objects.requireNonNullElse(ticket.times().restoredAt(), now);
        var began = Objects.requireNonNullElse(
                ticket.matter().startedAt(), ticket.times().openedAt());
        if (stated.isBefore(began)) throw Refused.invalid("restoredAt", "ticket.restored_before_start");
        return stated;
    }

    /** How a ticket ended. */
    public enum Outcome implements Coded {
        FIXED,
        WORKAROUND,
        NOT_REPRODUCIBLE,
        DUPLICATE,
        BY_DESIGN,
        CANCELLED
    }

    /** What was behind it. */
    public enum Cause implements Coded {
        HARDWARE,
        SOFTWARE,
        NETWORK,
        CONFIGURATION,
        CAPACITY,
        HUMAN,
        SUPPLIER,
        UNKNOWN
    }
}
