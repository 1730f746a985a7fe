package dev.qiao.signal.watch;

import java.time.Instant;

/** One figure at one moment. */
public record Reading(Instant at, double value) {}
