package dev.qiao.feedback.call;

import dev.qiao.base.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call to somebody whose ticket was closed.
 *
 * @param dueAt from when on it is to be made
 * @param attempts how often nobody answered
 * @param result null as long as it is to be made
 */
public record Call(
        long id,
        long ticket,
        long person,
        Reason reason,
        Instant askedAt,
        Instant dueAt,
        int attempts,
        @Nullable Result result,
        String words,
        @Nullable Instant doneAt,
        @Nullable Long doneBy) {
    /** Whoever nobody reached so often is left in peace. */
    static final int MOST_ATTEMPTS = 3;

    /** Why this ticket; what is more urgent comes first. */
    public enum Reason implements Coded {
        LOW_RATING,
        VIP,
        SAMPLE
    }

    /** What came of it. */
    public enum Result implements Coded {
        SATISFIED,
        DISSATISFIED,
        UNREACHABLE
    }
}
