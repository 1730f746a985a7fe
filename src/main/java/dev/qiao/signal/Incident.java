package dev.qiao.signal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Alerts that belong together, and the ticket in which they are dealt with.
 *
 * @param warning whether they are about what will be wrong, not about what is
 * @param service what is disturbed; null when no alert says
 * @param lastAt when an alert last came to it
 * @param restoredAt when the last of its alerts was over; null while something is wrong
 * @param groups what the senders of its alerts put together
 * @param alerts how many there are in all
 * @param open how many of them are not over
 */
public record Incident(
        long id,
        long ticket,
        boolean warning,
        @Nullable Long service,
        Instant openedAt,
        Instant lastAt,
        @Nullable Instant restoredAt,
        Set<String> groups,
        int alerts,
        int open) {}
