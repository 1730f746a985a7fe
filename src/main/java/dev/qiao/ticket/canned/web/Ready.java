package dev.qiao.ticket.canned.web;

/**
 * A canned reply as it reads on one ticket.
 *
 * @param text with everything filled in
 */
public record Ready(String name, String text) {}
