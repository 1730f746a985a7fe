package dev.qiao.feedback.suggestion;

import dev.qiao.base.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish. Everybody who asks for something here reads it.
 *
 * @param answer what the desk says to it; empty as long as it says nothing
 * @param votes how many want it, whoever wished first among them
 */
public record Suggestion(
        long id,
        String title,
        String words,
        long by,
        Instant at,
        State state,
        String answer,
        @Nullable Instant answeredAt,
        int votes,
        int version) {
    /** What the desk makes of it. */
    public enum State implements Coded {
        OPEN,
        CONSIDERED,
        PLANNED,
        DONE,
        DECLINED;

        /** Nothing follows any more, so nobody votes. */
        public boolean over() {
            return this == DONE || this == DECLINED;
        }
    }
}
