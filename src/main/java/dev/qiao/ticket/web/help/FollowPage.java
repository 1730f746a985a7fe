package dev.qiao.ticket.web.help;

import dev.qiao.base.web.Crossing;
import dev.qiao.base.web.Face;
import dev.qiao.ticket.web.FactView;
import dev.qiao.ticket.web.Utterance;
import dev.qiao.ticket.web.excerpt.Excerpt;
import dev.qiao.ticket.web.left.Left;
import gg.jte.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its requester follows it.
 *
 * @param stage as its requester calls it
 * @param helper who has it; null before anybody does
 * @param allowed nouns of the acts that the reader may do now
 * @param cancels whether closing takes it back, because nobody has begun
 * @param excerpt how much of the conversation it shows, and where the earlier words are
 * @param left what was written for an act that is no longer possible
 */
public record FollowPage(
        long number,
        String title,
        String stage,
        @Nullable Face helper,
        Vow vow,
        Crossing crossing,
        List<String> allowed,
        boolean cancels,
        List<Utterance> talk,
        Excerpt excerpt,
        List<FactView> facts,
        List<Left> left,
        List<Content> panels) {

    public String path() {
        return "/my/" + number;
    }

    /** Confirmed: what is thought of it matters more than whether it is back. */
    public boolean over() {
        return stage.equals("closed");
    }

    public boolean may(String act) {
        return allowed.contains(act);
    }
}
