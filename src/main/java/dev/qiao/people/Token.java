package dev.qiao.people;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
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

    /** Its owner, with what it may be used for: this is all that tells who only looks. */
    public Me bearer(Me owner) {
        return scope == Scope.READ ? owner.looking() : owner;
    }

    /** A token just made, with the secret that is shown this once. */
    public record Issued(Token token, String secret) {}
}
