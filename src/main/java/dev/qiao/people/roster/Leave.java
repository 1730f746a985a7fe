package dev.qiao.people.roster;

import java.time.Instant;

/** A person is away and on duty nowhere. */
public record Leave(long id, long person, Instant from, Instant to, String note) {
    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
