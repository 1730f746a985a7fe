package dev.qiao.signal.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern as people see it.
 *
 * @param lately lines of the last day
 * @param fresh whether its source was known well when it came first
 * @param alarmed whether it warns now
 * @param wentOnIn the pattern that its lines have now; null: it stands
 */
public record Seen(
        long source,
        long id,
        String text,
        long lines,
        long lately,
        Instant firstAt,
        Instant lastAt,
        boolean fresh,
        boolean alarmed,
        @Nullable Long wentOnIn,
        List<Example> examples) {
    private static final Duration NEW = Duration.ofDays(1);

    /** Whether it came first lately, and that is unusual. */
    public boolean isNew(Instant now) {
        return fresh && firstAt.isAfter(now.minus(NEW));
    }
}
