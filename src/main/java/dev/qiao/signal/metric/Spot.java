package dev.qiao.signal.metric;

import java.time.Instant;

/**
 * A series over one step.
 *
 * @param at where the step begins
 * @param value the mean of its points
 */
public record Spot(long series, Instant at, double value, double least, double most) {}
