package dev.qiao.feedback.survey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A survey that was sent to one person. */
public record Sent(
        long id,
        long survey,
        long person,
        @Nullable Long ticket,
        Instant sentAt,
        Instant expiresAt,
        @Nullable Instant answeredAt) {
    boolean open(Instant now) {
        return answeredAt == null && now.isBefore(expiresAt);
    }
}
