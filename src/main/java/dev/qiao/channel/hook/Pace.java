package dev.qiao.channel.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a message is tried again, as Standard Webhooks recommends: more than three days in all, so that a target may be down for two. */
final class Pace {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    private static final Duration SHORTEST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private Pace() {}

    /** Empty after the last attempt. */
    static Optional<Instant> after(int attempts, Instant now) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(now.plus(PAUSES.get(attempts - 1)));
    }

    /** How long a target is left alone that did not answer well so often in a row, whatever else waits for it. */
    static Instant rest(int failures, Instant now) {
        var rest = SHORTEST_REST.multipliedBy(1L << Math.min(failures, 8));
        return now.plus(rest.compareTo(LONGEST_REST) < 0 ? rest : LONGEST_REST);
    }
}
