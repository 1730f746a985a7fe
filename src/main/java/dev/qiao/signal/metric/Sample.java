package dev.qiao.signal.metric;

import java.time.Instant;
import java.util.SortedMap;

/** What was measured at one moment. */
public record Sample(String metric, SortedMap<String, String> labels, Instant at, double value) {}
