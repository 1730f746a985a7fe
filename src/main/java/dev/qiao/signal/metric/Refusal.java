package dev.qiao.signal.metric;

import dev.qiao.base.Coded;
import java.time.Instant;

/** Samples of a source that were not taken: why, how many, and when the last. */
public record Refusal(Reason reason, long samples, Instant lastAt) {
    /** Why a sample is not taken. */
    public enum Reason implements Coded {
        /** Older than raw points are kept, or too far ahead. */
        TIME,
        /** No name, or a name or a label that is too long or not text, or too many labels. */
        SHAPE,
        /** The source has as many series as it may have. */
        SERIES,
        /** More at once than are taken. */
        MANY,
        /** Only what was added since the last time. */
        DELTA,
        /** No number: not a number, or without end. */
        VALUE
    }
}
