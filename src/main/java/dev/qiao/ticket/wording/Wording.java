package dev.qiao.ticket.wording;

/** How something was worded at a time; it never changes. */
public record Wording(long id, String name, String body) {}
