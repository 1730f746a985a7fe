package dev.qiao.ticket.shift;

import dev.qiao.journal.Facts;

/** What the journal says of shifts that were handed over. */
public sealed interface ShiftFact extends Facts {
    record ShiftHandedOver(long note, int open, int risky) implements ShiftFact {}

    /**
     * Somebody took a shift over with this note.
     *
     * @param from who handed it over
     */
    record ShiftTakenOver(long note, long from) implements ShiftFact {}
}
