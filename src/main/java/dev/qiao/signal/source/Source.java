package dev.qiao.signal.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A sender that somebody has connected, with a key of its own.
 *
 * @param person in whose name its incidents are reported
 * @param service what its alerts are about where their labels do not say; null: nothing in particular
 * @param setup what it needs besides its key
 * @param sealed by which it signs what it sends, closed in the safe; null: it does not sign
 * @param active one that is not is turned away
 */
public record Source(
        long id,
        String name,
        Sender kind,
        long person,
        @Nullable Long service,
        Setup setup,
        @Nullable String sealed,
        boolean active,
        int version,
        Instant createdAt) {

    public boolean signs() {
        return sealed != null;
    }

    /** A source with the key that is shown this once. */
    public record Issued(Source source, String key) {}
}
