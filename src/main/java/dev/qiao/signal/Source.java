package dev.qiao.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sender that somebody has connected, with a key of its own.
 *
 * @param person in whose name its incidents are reported
 * @param service what its alerts are about where their labels do not say; null: nothing in particular
 * @param active one that is not is turned away
 */
public record Source(
        long id,
        String name,
        Sender kind,
        long person,
        @Nullable Long service,
        boolean active,
        int version,
        Instant createdAt) {

    /** A source with the key that is shown this once. */
    public record Issued(Source source, String key) {}
}
