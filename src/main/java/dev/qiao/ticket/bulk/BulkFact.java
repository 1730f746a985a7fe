package dev.qiao.ticket.bulk;

import dev.qiao.journal.Facts;

/** What is announced of a bulk act as a whole; each ticket tells its own part itself. */
public sealed interface BulkFact extends Facts {
    /**
     * It was begun.
     *
     * @param deed code of the act
     */
    record BulkStarted(String deed, int tickets) implements BulkFact {}

    record BulkEnded(int done, int refused, boolean cancelled) implements BulkFact {}
}
