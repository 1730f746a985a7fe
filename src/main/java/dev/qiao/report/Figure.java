package dev.qiao.report;

import org.jspecify.annotations.Nullable;

/**
 * A measure against its goal over a period.
 *
 * @param goal null for one that is only shown
 * @param value minutes or percent; null when nothing was measured
 * @param n how many tickets it rests on
 * @param missed how many of them did not do what was promised; 0 for a mean
 */
public record Figure(
        Measure measure, @Nullable Double goal, @Nullable Double value, long n, long missed) {
    /** How near to its goal a figure may be and still count as near. */
    private static final double NEAR = 0.02;

    /** Null when nothing was measured or nothing is wanted. */
    public @Nullable Boolean met() {
        if (goal == null || value == null) return null;
        return measure.met(value, goal);
    }

    /** kept, near, missed, or shown. */
    public String state() {
        var met = met();
        if (met == null || goal == null || value == null) return "shown";
        if (met) return "kept";
        double off = Math.abs(value - goal) / Math.max(1, goal);
        return off <= NEAR ? "near" : "missed";
    }
}
