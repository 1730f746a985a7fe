package dev.qiao.signal;

import dev.qiao.journal.Facts;

/** What the journal is told of what machines say. */
public sealed interface SignalFacts extends Facts {
    /** A source has another key. */
    record SourceRekeyed() implements SignalFacts {}

    /** A source signs what it sends by another secret, or no longer. */
    record SourceSigned(boolean signs) implements SignalFacts {}

    /**
     * Messages of a source were read.
     *
     * @param began how many alerts began
     * @param ended how many were over
     */
    record SourceHeard(int messages, int began, int ended) implements SignalFacts {}

    /** Alerts of a source were given their services, and came to incidents or need none. */
    record SourceGathered(int alerts) implements SignalFacts {}

    /** Somebody gave up a message that nobody could read. */
    record SourceMessageDropped(long message) implements SignalFacts {}

    /** Somebody had a message read again. */
    record SourceMessageReplayed(long message) implements SignalFacts {}

    /** Somebody knows of an alert. */
    record AlertAcknowledged() implements SignalFacts {}

    /** Somebody had an alert given to a ticket again, after that had failed. */
    record AlertTriedAgain() implements SignalFacts {}

    /** Somebody says that it is over. */
    record AlertResolved() implements SignalFacts {}

    /**
     * On a ticket: alerts belong to it.
     *
     * @param alerts how many came
     */
    record AlertsJoined(long incident, int alerts) implements SignalFacts {}
}
