package dev.qiao.ticket.merge;

import java.time.Instant;

/** A ticket that goes on in another one. */
public record Merge(long number, long into, Instant at, long by) {}
