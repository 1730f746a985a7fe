package dev.qiao.signal.watch;

import java.util.Arrays;

/** Statistics that a few wild values do not move. */
public final class Robust {
    /** By which a median deviation is compared with a standard one. */
    private static final double NORMAL = 1.4826;

    private Robust() {}

    public static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** How far they usually are from their median, as a standard deviation. */
    public static double scatter(double[] values) {
        double median = median(values);
        return NORMAL
                * median(Arrays.stream(values)
                        .map(value -> Math.abs(value - median))
                        .toArray());
    }

    /**
     * A line through points, by the median of the slopes between them (Theil 1950, Sen 1968).
     *
     * @param slope by one of x
     * @param at the value of the line at x = 0
     * @param agreement how many of the slopes between two points have its sign: 0.5 for noise, 1 for a line
     * @param noise how far the points usually are from the line
     */
    record Line(double slope, double at, double agreement, double noise) {}

    /** At least two points, no two with one x. */
    static Line line(double[] x, double[] y) {
        int n = x.length;
        var slopes = new double[n * (n - 1) / 2];
        int k = 0;
        for (int i = 0; i < n; i++) for (int j = i + 1; j < n; j++) slopes[k++] = (y[j] - y[i]) / (x[j] - x[i]);
        double slope = median(slopes);
        double agreeing = Arrays.stream(slopes)
                .map(each -> Math.signum(each) == Math.signum(slope) ? 1 : 0)
                .average()
                .orElse(0);
        var rest = new double[n];
        for (int i = 0; i < n; i++) rest[i] = y[i] - slope * x[i];
        return new Line(slope, median(rest), agreeing, scatter(rest));
    }
}
