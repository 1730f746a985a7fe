package dev.qiao.signal.log.web;

import dev.qiao.signal.log.Seen;

/** One line of the patterns. */
public record PatternLine(Seen pattern, Bars bars) {}
