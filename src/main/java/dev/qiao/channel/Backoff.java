package dev.qiao.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When to try again: after a minute, then each time twice as long, six hours at most; about a day in all. */
public final class Backoff {
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    private static final int MOST_ATTEMPTS = 12;

    private Backoff() {}

    /** Empty after the last attempt. */
    public static Optional<Instant> after(int attempts, Instant now) {
        if (attempts >= MOST_ATTEMPTS) return Optional.empty();
        var pause = FIRST.multipliedBy(1L << (attempts - 1));
        return Optional.of(now.plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST));
    }
}
