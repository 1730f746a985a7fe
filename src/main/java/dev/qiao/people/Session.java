package dev.qiao.people;

import java.time.Instant;

/** Somebody signed in on some browser. */
public record Session(
        long id, long person, Instant createdAt, Instant lastSeen, Instant expiresAt, String agent, String address) {}
