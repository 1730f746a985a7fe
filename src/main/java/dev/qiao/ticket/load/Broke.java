package dev.qiao.ticket.load;

import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An incident of a day.
 *
 * @param began as stated, else when it was reported
 * @param restored when it worked again; null: not yet
 */
public record Broke(
        long number,
        String title,
        Priority priority,
        @Nullable Long service,
        Instant began,
        @Nullable Instant restored) {}
