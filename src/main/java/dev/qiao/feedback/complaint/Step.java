package dev.qiao.feedback.complaint;

import dev.qiao.base.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done about a complaint.
 *
 * @param by 0 is Qiao itself
 * @param person who handles it from now on
 */
public record Step(
        long id, Kind kind, String words, long by, @Nullable Long person, Instant at) {
    /** What it is; some of it is read by the complainer. */
    public enum Kind implements Coded {
        HANDLER(false),
        NOTE(false),
        FIRST_ANSWER(true),
        FINAL_ANSWER(true),
        SATISFIED(true),
        DISSATISFIED(true);

        public final boolean told;

        Kind(boolean told) {
            this.told = told;
        }
    }
}
