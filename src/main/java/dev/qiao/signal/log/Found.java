package dev.qiao.signal.log;

import java.time.Instant;

/** A line that was looked for. */
public record Found(long source, long pattern, Instant at, String level, String origin, String text) {}
