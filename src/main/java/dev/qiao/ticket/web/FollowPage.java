package dev.qiao.ticket.web;

import dev.qiao.base.web.Crossing;
import dev.qiao.ticket.Act;
import dev.qiao.ticket.Stage;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its requester follows it.
 *
 * @param assignee the name of who has it; null before anybody does
 * @param vow the promise in words; null when there is none any more
 */
public record FollowPage(
        long number,
        String title,
        Stage.Name stage,
        @Nullable String assignee,
        @Nullable Vow vow,
        Crossing crossing,
        List<Act> allowed,
        List<Utterance> talk,
        List<Content> panels) {

    /** A promise: what leads to it, and the words that count. */
    public record Vow(String before, String words) {}

    public String path() {
        return "/tickets/" + number;
    }

    public boolean may(Act act) {
        return allowed.contains(act);
    }
}
