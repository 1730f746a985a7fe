package dev.qiao.dispatch;

import dev.qiao.journal.Facts;

/** What is announced of promises. Their room is not among those that we call, so only the shape of what it says is known here. */
sealed interface ClockFact extends Facts {
    /** So much of the time is spent. */
    record ClockWarned(String metric, int percent) implements ClockFact {}

    /** The promise is broken. */
    record ClockBreached(String metric) implements ClockFact {
        @Override
        public int percent() {
            return 100;
        }
    }

    String metric();

    int percent();
}
