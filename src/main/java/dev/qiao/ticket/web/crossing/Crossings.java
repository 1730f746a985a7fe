package dev.qiao.ticket.web.crossing;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Markdown;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.web.Faces;
import dev.qiao.ticket.web.Utterance.Say;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What somebody else said while one was writing, shown before one's own words are sent. */
@Component
public class Crossings {
    private final Conversation conversation;
    private final Faces faces;

    Crossings(Conversation conversation, Faces faces) {
        this.conversation = conversation;
        this.faces = faces;
    }

    /**
     * What was said meanwhile, also on tickets that go on in this one since.
     *
     * @param seen the newest comment that was there when the words were begun
     */
    public List<Say> of(Ticket ticket, @Nullable Long seen, Page page) {
        var newer = conversation.newer(ticket, seen, page.reader());
        if (newer.isEmpty()) return List.of();
        var album = faces.of(newer.stream().map(Comment::author).toList(), page);
        return newer.stream()
                .map(comment -> new Say(
                        comment.id(),
                        album.of(comment.author()),
                        comment.at(),
                        comment.audience() == Audience.INTERNAL,
                        Markdown.html(comment.text()),
                        null,
                        List.of()))
                .toList();
    }

    /** The form keeps what was typed; the answer goes above it. */
    public static String tell(List<Say> newer, Model model, HttpServletResponse response) {
        model.addAttribute("newer", newer);
        response.setStatus(Refused.Status.CONFLICT.code);
        response.setHeader("HX-Retarget", "#crossed");
        response.setHeader("HX-Reswap", "innerHTML");
        return "ticket/web/crossing/crossing";
    }

    /**
     * The same above acts of which one replies.
     *
     * @param again where it is asked for once more
     */
    public static String tell(List<Say> newer, String again, Model model, HttpServletResponse response) {
        var view = tell(newer, model, response);
        model.addAttribute("again", again);
        response.setHeader("HX-Retarget", "#crossed-act");
        return view;
    }
}
