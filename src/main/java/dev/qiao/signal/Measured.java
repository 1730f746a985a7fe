package dev.qiao.signal;

import dev.qiao.signal.metric.Refusal;
import dev.qiao.signal.metric.Sample;
import java.util.List;
import java.util.Map;

/**
 * Figures that a sender measured.
 *
 * @param refused how many of them are not taken, and why
 */
public record Measured(List<Sample> samples, Map<Refusal.Reason, Long> refused) implements Saying {}
