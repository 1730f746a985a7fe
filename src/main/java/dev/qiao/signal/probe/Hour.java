package dev.qiao.signal.probe;

import java.time.Instant;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * What was seen in an hour.
 *
 * @param millis of all looks together
 * @param good of those that went well
 */
public record Hour(Instant at, long looks, long failed, long millis, long good) {
    /** How many of the looks went well, in percent; nothing where there was none. */
    public static OptionalDouble uptime(Collection<Hour> hours) {
        long looks = hours.stream().mapToLong(Hour::looks).sum();
        long failed = hours.stream().mapToLong(Hour::failed).sum();
        return looks == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (looks - failed) / looks);
    }

    /** How long a look took. */
    public double mean() {
        return (double) millis / looks;
    }

    /** How long one took that went well; nothing where none did. */
    OptionalDouble usual() {
        return good == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) good / (looks - failed));
    }
}
