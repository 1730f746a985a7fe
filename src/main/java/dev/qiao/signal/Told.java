package dev.qiao.signal;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a sender said of one alert.
 *
 * @param key by which the sender knows the thing that is wrong; the same as long as it is wrong
 * @param group what the sender puts together; alerts of one group are one fault, whichever source tells of them
 * @param startedAt when it began, as the sender says; null when it does not
 * @param endedAt when it was over; null when the sender does not say, or it is not over
 * @param text what it says about it, in its own words
 * @param url where more is to be seen; empty: nowhere
 */
public record Told(
        Says says,
        String key,
        String group,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        Severity severity,
        String title,
        String text,
        String url,
        Map<String, String> labels)
        implements Saying {

    /** Whether it is wrong, known to somebody, or over; or just a word about it. */
    public enum Says {
        FIRING,
        ACKNOWLEDGED,
        NOTED,
        RESOLVED
    }
}
