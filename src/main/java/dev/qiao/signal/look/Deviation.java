package dev.qiao.signal.look;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A figure left what was usual for it.
 *
 * @param at at which point it first did
 * @param strength by how many robust standard deviations it was away at most
 * @param usual the median of before
 * @param value where it was farthest away
 */
public record Deviation(Instant at, double strength, double usual, double value) {
    /** Farther away than this is unusual. */
    static final double UNUSUAL = 6;

    /** What is farther is as good as never seen. */
    static final double FARTHEST = 99;

    /** Of fewer points nobody knows what is usual. */
    static final int FEWEST = 8;

    /** What hardly moves at all may move by this part of itself. */
    private static final double SLACK = 0.02;

    /** Makes the median of deviations what a standard deviation is, for what is spread normally; and the same for their mean. */
    private static final double MEDIAN_SCALE = 1.4826;

    private static final double MEAN_SCALE = 1.2533;

    /** What is measured may be seen a little late. */
    private static final Duration LATE = Duration.ofMinutes(2);

    /**
     * The first that stays away from what was usual for two points or to the end, before the fault or just as it began.
     *
     * @param points in the order of their moments
     * @param usualUntil what was before is the past by which the rest is judged
     * @param hair it moves by so much whatever it did before
     */
    static Optional<Deviation> of(List<Point> points, Instant usualUntil, Instant fault, double hair) {
        var past = points.stream()
                .filter(point -> point.at().isBefore(usualUntil))
                .mapToDouble(Point::value)
                .toArray();
        if (past.length < FEWEST) return Optional.empty();
        var recent = points.stream()
                .filter(point -> !point.at().isBefore(usualUntil))
                .filter(point -> !point.at().isAfter(fault.plus(LATE)))
                .toList();
        double usual = median(past);
        double scale = Math.max(hair, scale(past, usual));
        for (int n = 0; n < recent.size(); n++) {
            double away = away(recent.get(n), usual, scale);
            boolean stays = n + 1 == recent.size() || same(away, away(recent.get(n + 1), usual, scale));
            if (Math.abs(away) >= UNUSUAL && stays)
                return Optional.of(from(recent.subList(n, recent.size()), usual, scale));
        }
        return Optional.empty();
    }

    private static boolean same(double one, double next) {
        return Math.abs(next) >= UNUSUAL && Math.signum(one) == Math.signum(next);
    }

    private static Deviation from(List<Point> points, double usual, double scale) {
        var farthest = points.getFirst();
        for (var point : points)
            if (Math.abs(away(point, usual, scale)) > Math.abs(away(farthest, usual, scale))) farthest = point;
        return new Deviation(points.getFirst().at(), Math.abs(away(farthest, usual, scale)), usual, farthest.value());
    }

    private static double away(Point point, double usual, double scale) {
        double away = point.value() - usual;
        return away == 0 ? 0 : Math.clamp(away / scale, -FARTHEST, FARTHEST);
    }

    /** How far it usually is from its median; never nothing, for then a hair would be a mountain. */
    private static double scale(double[] past, double usual) {
        var away = Arrays.stream(past).map(value -> Math.abs(value - usual)).toArray();
        double spread = MEDIAN_SCALE * median(away);
        if (spread == 0) spread = MEAN_SCALE * Arrays.stream(away).average().orElse(0);
        return Math.max(spread, Math.max(SLACK * Math.abs(usual), 1e-9));
    }

    static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
