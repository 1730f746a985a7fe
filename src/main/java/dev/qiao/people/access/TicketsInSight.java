package dev.qiao.people.access;

import dev.qiao.base.Me;
import dev.qiao.people.Sight.Way;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the room of the tickets tells of somebody's sight: one bean of it. */
public interface TicketsInSight {
    /** No way's count goes further. */
    int MOST = 1_000;

    /**
     * Whether somebody sees one ticket.
     *
     * @param way by which they do; null when they do not
     * @param whyNot a message key for that; null when they do
     */
    record Answer(long number, @Nullable Way way, @Nullable String whyNot) {}

    /** How many tickets they see by each way, each counted once, up to {@link #MOST}. */
    Map<Way, Integer> counts(Me other);

    /** Errors: not found, when the one who asks does not see it themselves. */
    Answer tries(long number, Me other, Me me);
}
