package dev.qiao.ticket.talk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of what was said and done.
 *
 * @param after begins after this moment; null: from the beginning
 * @param until the last moment that belongs to it; null: up to now
 */
public record Stretch(@Nullable Instant after, @Nullable Instant until) {
    public static final Stretch ALL = new Stretch(null, null);

    public boolean holds(Instant moment) {
        return (after == null || moment.isAfter(after)) && (until == null || !moment.isAfter(until));
    }

    /** Without what lies up to this moment; null: all of it. */
    public Stretch from(@Nullable Instant moment) {
        return moment == null || (after != null && after.isAfter(moment)) ? this : new Stretch(moment, until);
    }
}
