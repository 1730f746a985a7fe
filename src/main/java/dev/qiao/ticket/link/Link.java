package dev.qiao.ticket.link;

import java.time.Instant;

/**
 * A link, told from one of its ends.
 *
 * @param relation how this end stands to the other
 */
public record Link(long id, long number, Relation relation, long other, Instant at, long by) {}
