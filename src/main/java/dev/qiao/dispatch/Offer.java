package dev.qiao.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Work that somebody has been given and not yet accepted.
 *
 * @param asked everybody who had it in this round, the present one included
 */
record Offer(long ticket, long team, long person, Set<Long> asked, Instant at, Instant dueAt) {
    static Offer of(long ticket, long team, long person, Set<Long> before, Instant now, Duration toAccept) {
        var asked = new HashSet<>(before);
        asked.add(person);
        return new Offer(ticket, team, person, Set.copyOf(asked), now, now.plus(toAccept));
    }

    /** The same with another time to accept, counted from when it was offered. */
    Offer within(Duration toAccept) {
        return new Offer(ticket, team, person, asked, at, at.plus(toAccept));
    }

    long minutes() {
        return Duration.between(at, dueAt).toMinutes();
    }
}
