package dev.qiao.ticket;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done about it.
 *
 * @param cause null only for a cancelled ticket
 * @param restoredAt when the user could work again; null where nothing was broken or restored
 */
public record Resolution(
        Outcome code,
        @Nullable Cause cause,
        String solution,
        @Nullable Instant restoredAt,
        long by,
        Instant at) {}
