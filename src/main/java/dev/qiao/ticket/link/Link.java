package dev.qiao.ticket.link;

import java.time.Instant;

/**
 * A link, told from one of its ends.
 *
 * @param relation how this end stands to the other
 */
public record Link(long id, long number, Relation relation, long other, Instant at, long by) {
    /** The same, told of where its ends go on. */
    Link between(long here, long there) {
        return new Link(id, here, relation, there, at, by);
    }
}
