package dev.qiao.feedback;

import dev.qiao.journal.Facts;

/** Somebody said how satisfied they are; a later one on the same ticket takes its place. */
public record TicketRated(int stars) implements Facts {}
