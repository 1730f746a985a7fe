package dev.qiao.signal.early;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident on something that is monitored.
 *
 * @param ticket its ticket
 * @param warning the ticket of the warning that came before it on the same thing; null: none did
 * @param warnedAt when that was opened
 */
record Foreseen(
        long ticket,
        Instant openedAt,
        @Nullable Long warning,
        @Nullable Instant warnedAt) {}
