package dev.qiao.ticket.nudge;

import java.time.Instant;

/** Somebody asked to be quicker. */
public record Nudge(long id, long number, long person, Instant at) {}
