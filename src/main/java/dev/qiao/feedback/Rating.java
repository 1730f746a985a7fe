package dev.qiao.feedback;

import java.time.Duration;
import java.time.Instant;

/**
 * How satisfied somebody is with a ticket.
 *
 * @param by the requester, or who reported for them
 * @param stars 1 to 5
 * @param words why; empty when nothing was said
 * @param firstAt when it was first given; {@code at} is when it was last changed
 */
public record Rating(long number, long by, int stars, String words, Instant firstAt, Instant at) {
    /** So long one may think again. */
    public static final Duration CHANGES_WITHIN = Duration.ofDays(14);

    /** What these stars count as: 4 and 5. */
    public boolean satisfied() {
        return stars >= 4;
    }

    boolean open(Instant now) {
        return !now.isAfter(firstAt.plus(CHANGES_WITHIN));
    }

    boolean says(int otherStars, String otherWords) {
        return stars == otherStars && words.equals(otherWords);
    }
}
