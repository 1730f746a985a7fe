package dev.qiao.feedback.grievance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A grievance about a ticket.
 *
 * @param dueAt when it becomes a complaint if nobody settled it
 * @param complaint the number of what it became
 */
public record Grievance(
        long id,
        long ticket,
        String words,
        long by,
        Instant notedAt,
        Instant dueAt,
        @Nullable Instant settledAt,
        @Nullable String settledWords,
        @Nullable Long complaint) {
    public boolean open() {
        return settledAt == null && complaint == null;
    }
}
