package dev.qiao.signal.probe;

import dev.qiao.signal.watch.Robust;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long a look usually takes, and from when on it takes much longer: by the median of the hours of seven days and their scatter, so that
 * a few bad ones move neither. What is slow at this hour of every day is usual for it. A pure function.
 *
 * @param millis it usually takes
 * @param limit from which it is far from that
 */
public record Usual(double millis, double limit) {
    /** So many looks say so, one after the other, before it is believed, and so many before it is over. */
    static final int IN_A_ROW = 5;

    /** So far back it looks. */
    static final Duration PAST = Duration.ofDays(7);

    private static final int FEWEST_HOURS = 24;
    private static final int FEWEST_DAYS = 3;
    private static final double TIMES = 2;
    private static final double SCATTERS = 8;
    private static final double LEAST = 200;

    /** Empty: its past is too short to say. The hour that is not over is no past. */
    static Optional<Usual> of(Collection<Hour> hours, Instant now) {
        var present = now.truncatedTo(ChronoUnit.HOURS);
        var past = hours.stream()
                .filter(hour -> hour.at().isBefore(present)
                        && !hour.at().isBefore(present.minus(PAST))
                        && hour.usual().isPresent())
                .toList();
        if (past.size() < FEWEST_HOURS) return Optional.empty();
        var all = means(past);
        var sameHour = means(past.stream()
                .filter(hour -> Duration.between(hour.at(), present).toHours()
                                % Duration.ofDays(1).toHours()
                        == 0)
                .toList());
        double millis = Robust.median(all);
        // Of less than some days the slowest: what comes each night is no surprise in the second one.
        double daily = sameHour.length >= FEWEST_DAYS
                ? Robust.median(sameHour)
                : Arrays.stream(sameHour).max().orElse(0);
        millis = Math.max(millis, daily);
        double off = Math.max(LEAST, Math.max((TIMES - 1) * millis, SCATTERS * Robust.scatter(all)));
        return Optional.of(new Usual(millis, millis + off));
    }

    private static double[] means(List<Hour> hours) {
        return hours.stream().mapToDouble(hour -> hour.usual().orElseThrow()).toArray();
    }

    boolean beyond(int took) {
        return took > limit;
    }

    /** Less than half as far off: what swings around the limit is not over each time. */
    boolean calm(int took) {
        return took < (millis + limit) / 2;
    }
}
