package dev.qiao.ticket;

import dev.qiao.base.Coded;
import org.jspecify.annotations.Nullable;

/**
 * Impact and urgency, and the priority that follows from them.
 *
 * @param reason why the priority was set by hand; null when it follows from the matrix
 */
public record Weight(
        Level impact,
        Level urgency,
        Priority priority,
        @Nullable String reason) {
    /** How far it reaches (impact), or how soon it hurts (urgency). */
    public enum Level implements Coded {
        HIGH,
        MEDIUM,
        LOW
    }

    /** 紧急, 重要, 普通: what the promise is made by. */
    public enum Priority implements Coded {
        URGENT,
        IMPORTANT,
        NORMAL;

        /** One step up; the top stays the top. */
        public Priority raised() {
            return switch (this) {
                case URGENT, IMPORTANT -> URGENT;
                case NORMAL -> IMPORTANT;
            };
        }

        /** How much one such ticket weighs when work is shared out. */
        public int weight() {
            return switch (this) {
                case URGENT -> 4;
                case IMPORTANT -> 2;
                case NORMAL -> 1;
            };
        }
    }
}
