package dev.qiao.signal.look;

import java.time.Instant;

/** A figure at a moment. */
public record Point(Instant at, double value) {}
