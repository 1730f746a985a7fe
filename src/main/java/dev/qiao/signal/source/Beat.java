package dev.qiao.signal.source;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that has to call.
 *
 * @param lastAt when it last did; when it was connected, if it never did
 */
public record Beat(Source source, Instant lastAt) {
    /** When it has to be heard again. */
    public Instant due() {
        return lastAt.plus(
                Duration.ofMinutes(source.setup().every() + source.setup().grace()));
    }
}
