package dev.qiao.signal.log;

import java.time.Instant;

/** A line of a pattern, as it came. */
public record Example(Instant at, String text) {}
