package dev.qiao.ticket.presence;

/** Somebody whose page shows a ticket just now. */
public record Present(long number, long person, boolean typing) {}
