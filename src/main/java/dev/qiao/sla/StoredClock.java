package dev.qiao.sla;

import dev.qiao.base.Origin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock as its row holds it.
 *
 * @param revision of the calendars that it was computed with
 * @param told the percent of the last step that was told
 */
record StoredClock(Subject subject, Origin origin, long revision, int told, Clock clock) {

    /** An imported past tells nothing; its open clocks begin to when they go live. */
    @Nullable
    Instant nextAt() {
        return origin == Origin.IMPORT ? null : clock.nextAt(told);
    }

    StoredClock with(Clock other, long computedWith) {
        return new StoredClock(subject, origin, computedWith, told, other);
    }

    StoredClock told(int percent, Origin from) {
        return new StoredClock(subject, from, revision, percent, clock);
    }
}
