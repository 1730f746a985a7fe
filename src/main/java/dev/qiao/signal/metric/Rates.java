package dev.qiao.signal.metric;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a counter grew by each second. */
final class Rates {
    /** Over a longer silence nobody knows when it grew. */
    private static final Duration SILENCE = Duration.ofMinutes(15);

    private static final int STEPS = 10;

    private Rates() {}

    /** Whether a metric of this name only ever grows, and so only its growth says anything. */
    static boolean counts(String metric) {
        return metric.endsWith("_total") || metric.endsWith("_bucket");
    }

    /**
     * Of each step against the one before: one that begins, or that began anew, has none.
     *
     * @param spots of one series, in the order of time
     */
    static List<Spot> of(List<Spot> spots, Duration step) {
        var rates = new ArrayList<Spot>();
        long most = Math.max(SILENCE.toSeconds(), step.toSeconds() * STEPS);
        for (int n = 1; n < spots.size(); n++) {
            var before = spots.get(n - 1);
            var spot = spots.get(n);
            double seconds = Duration.between(before.at(), spot.at()).toMillis() / 1_000.0;
            if (spot.least() < before.most() || seconds <= 0 || seconds > most) continue;
            double rate = (spot.value() - before.value()) / seconds;
            rates.add(new Spot(spot.series(), spot.at(), rate, rate, rate));
        }
        return rates;
    }
}
