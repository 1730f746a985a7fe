package dev.qiao.ticket.undo;

import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.deed.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What can be taken back of a ticket.
 *
 * @param version of the ticket after the act; when it has moved on, it is too late
 * @param act the last one
 * @param deeds what was done at once, in that order; empty for a single act
 * @param along other tickets on which the same act was done
 */
public record Undo(long number, int version, long person, Act act, Instant at, List<Deed> deeds, List<Along> along) {
    /** So long after the act. */
    public static final Duration WITHIN = Duration.ofMinutes(10);

    /**
     * Another ticket that the same act changed.
     *
     * @param version of the other ticket after the act
     */
    public record Along(long number, int version) {}

    /** Of what was done at once, what can be taken back. */
    public List<Deed> undone() {
        return deeds.stream().filter(deed -> !Parts.said(deeds).contains(deed)).toList();
    }

    /** From then on it is too late. */
    public Instant until() {
        return at.plus(WITHIN);
    }
}
