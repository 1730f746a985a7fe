package dev.qiao.ticket;

import dev.qiao.base.Coded;
import java.time.Instant;
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
