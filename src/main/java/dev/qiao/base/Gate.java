package dev.qiao.base;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** An objection of a room above to acts below. */
public interface Gate {
    /** Throws {@link Refused} to keep an act shut. */
    void pass(String kind, long subject, String act, Me me, Instant now);

    /** Of these, the ones on which {@link #pass} keeps every act shut to people, asked once for a whole list. */
    default Set<Long> shut(String kind, Collection<Long> subjects) {
        return Set.of();
    }
}
