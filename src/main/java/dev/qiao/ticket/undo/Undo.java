package dev.qiao.ticket.undo;

import dev.qiao.ticket.Ticket.Act;
import java.time.Duration;
import java.time.Instant;

/**
 * What can be taken back of a ticket.
 *
 * @param version of the ticket after the act; when it has moved on, it is too late
 */
public record Undo(long number, int version, long person, Act act, Instant at) {
    /** So long after the act. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    public Instant until() {
        return at.plus(WITHIN);
    }
}
