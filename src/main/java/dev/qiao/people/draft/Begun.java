package dev.qiao.people.draft;

/**
 * A draft and where it was begun.
 *
 * @param page the address of that page; empty: not known
 * @param about what stood at its head; empty: not known
 */
public record Begun(Draft draft, String page, String about) {}
