package dev.qiao.ticket.web.help;

import dev.qiao.base.web.Crossing;
import dev.qiao.base.web.Face;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket that is being worked on, as its requester sees it at a glance.
 *
 * @param word the last thing that the desk said; null before it said anything
 */
public record FollowCard(
        long number,
        String title,
        Vow vow,
        Crossing crossing,
        @Nullable Word word) {
    /** What somebody said, and when. */
    public record Word(Face author, Instant at, String text) {}

    public String path() {
        return "/my/" + number;
    }
}
