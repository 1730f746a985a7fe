package dev.qiao.ticket.view;

import dev.qiao.journal.Facts;
import org.jspecify.annotations.Nullable;

/** What is announced of saved views. Their names and words stay in their table. */
public sealed interface ViewFact extends Facts {
    /**
     * It was made or changed.
     *
     * @param team null: a person's own
     */
    record ViewSaved(@Nullable Long team, boolean shared) implements ViewFact {}

    record ViewRemoved() implements ViewFact {}

    record ViewRestored() implements ViewFact {}

    /** Somebody goes on with what a colleague left behind. */
    record ViewTaken(long from) implements ViewFact {}
}
