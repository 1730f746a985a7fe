package dev.qiao.people;

import dev.qiao.base.Coded;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A one-time link by which a person sets a password. */
public record Invitation(
        long id,
        long person,
        Purpose purpose,
        long createdBy,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant usedAt) {

    /** What the link is for. */
    public enum Purpose implements Coded {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofDays(1));

        final Duration life;

        Purpose(Duration life) {
            this.life = life;
        }
    }

    /** One that may still be used, with the path that opens it. */
    public record Open(Invitation invitation, String path) {}

    boolean open(Instant now) {
        return usedAt == null && expiresAt.isAfter(now);
    }
}
