package dev.qiao.signal.log;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;

/**
 * How many lines of a pattern five minutes usually have, from its own past: far above is what exceeds the median by many times the
 * median deviation, and what the same time of the days before had as well. A pure function.
 */
final class Baseline {
    /** Fewer lines in five minutes explode nothing. */
    static final long LEAST = 30;

    /** So far back it looks. */
    static final Duration PAST = Duration.ofDays(3);

    /** A shorter past says nothing. */
    static final Duration SHORTEST = Duration.ofDays(1);

    private static final double DEVIATIONS = 10;
    /** By which a median deviation is compared with a standard one. */
    private static final double NORMAL = 1.4826;

    private static final Duration AROUND = Duration.ofMinutes(30);

    private Baseline() {}

    /**
     * Above how many lines it explodes.
     *
     * @param slot which five minutes are judged
     * @param since when its past begins; not before {@link #PAST}
     * @param past lines by five minutes; what is missing had none
     */
    static long above(Instant slot, Instant since, Map<Instant, Long> past) {
        var from = Slots.of(since.isBefore(slot.minus(PAST)) ? slot.minus(PAST) : since);
        int all = (int) Math.max(1, Duration.between(from, slot).dividedBy(Slots.LENGTH));
        var counts = new long[all];
        for (int n = 0; n < all; n++) counts[n] = past.getOrDefault(from.plus(Slots.LENGTH.multipliedBy(n)), 0L);
        double median = median(counts);
        double deviation = NORMAL
                * median(Arrays.stream(counts)
                        .map(count -> Math.round(Math.abs(count - median)))
                        .toArray());
        // Counts of what is rare scatter by the root of their mean, also where the median deviation is none.
        double scatter = Math.max(deviation, Math.sqrt(Math.max(1, median)));
        double usual = median + DEVIATIONS * scatter;
        return Math.max(LEAST, Math.round(Math.max(usual, 2.0 * sameTime(slot, from, past))));
    }

    /** The most at about this time of the days before: what comes each night is no surprise. */
    private static long sameTime(Instant slot, Instant from, Map<Instant, Long> past) {
        long most = 0;
        for (var day = slot.minus(Duration.ofDays(1));
                day.plus(AROUND).isAfter(from);
                day = day.minus(Duration.ofDays(1)))
            for (var near = day.minus(AROUND); !near.isAfter(day.plus(AROUND)); near = near.plus(Slots.LENGTH))
                most = Math.max(most, past.getOrDefault(near, 0L));
        return most;
    }

    private static double median(long[] counts) {
        var sorted = counts.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2.0;
    }
}
