package dev.qiao.ticket.web.excerpt;

import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.TicketHistory.Event;
import dev.qiao.ticket.talk.Stretch;
import java.util.List;

/**
 * What a page shows at once of a conversation and of its history, oldest first.
 *
 * @param asked what of it the page was asked for
 * @param shown what of that it shows: all of it, or the newest
 */
public record Excerpt(Stretch asked, Stretch shown, List<Comment> comments, List<Event> events) {
    /** Where the page of this ticket shows what came before; empty when this is the beginning. */
    public String earlier(String path) {
        return shown.after() == null ? "" : path + "?itself=true&until=" + shown.after();
    }

    /** Where exactly this is taken anew, with what is added to it. */
    public String source(String path) {
        if (asked.until() != null) return path + "?itself=true&until=" + asked.until();
        return shown.after() == null ? path : path + "?since=" + shown.after();
    }

    /** Whether it ends before now: then what was said since is not on the page. */
    public boolean past() {
        return asked.until() != null;
    }
}
