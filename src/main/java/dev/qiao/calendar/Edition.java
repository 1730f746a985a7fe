package dev.qiao.calendar;

import java.time.Instant;

/** Rules as they hold from a moment on; the first edition holds from {@link Instant#MIN}. */
public record Edition(Instant from, Rules rules) {}
