package dev.qiao.people;

import dev.qiao.base.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A key with which a program acts for its owner. */
public record Token(
        long id,
        long person,
        String name,
        Scope scope,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsed) {

    /** What it may be used for; never more than its owner may. */
    public enum Scope implements Coded {
        READ,
        WRITE
    }

    /** A token just made, with the secret that is shown this once. */
    public record Issued(Token token, String secret) {}
}
