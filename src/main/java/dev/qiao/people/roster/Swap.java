package dev.qiao.people.roster;

import dev.qiao.base.Coded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One asks another to take a shift.
 *
 * @param gives when the asked is to stand in for the asker
 * @param takes when the asker stands in for the asked in return; null: never
 */
public record Swap(
        long id,
        long team,
        long asker,
        long asked,
        Span gives,
        @Nullable Span takes,
        State state,
        Instant askedAt,
        @Nullable Instant answeredAt) {
    /** How it stands. */
    public enum State implements Coded {
        ASKED,
        ACCEPTED,
        REFUSED,
        WITHDRAWN,
        /** Accepted, and cancelled by the lead since. */
        CALLED_OFF
    }

    /** Whether this person asked or was asked. */
    public boolean concerns(long person) {
        return asker == person || asked == person;
    }

    /** Until then it can be answered. */
    Instant endsAt() {
        return takes != null && takes.from().isBefore(gives.from()) ? takes.from() : gives.from();
    }
}
