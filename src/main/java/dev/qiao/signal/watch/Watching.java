package dev.qiao.signal.watch;

import dev.qiao.base.Refused.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands.
 *
 * @param courses how many it watches, as it last found them
 * @param wrong how many of them are wrong now
 * @param unjudgedSince since when its figures cannot be had; null: they can
 * @param why they cannot
 */
public record Watching(
        int courses,
        int wrong,
        @Nullable Instant unjudgedSince,
        @Nullable Problem why) {
    public static final Watching NOTHING = new Watching(0, 0);

    Watching(int courses, int wrong) {
        this(courses, wrong, null, null);
    }
}
