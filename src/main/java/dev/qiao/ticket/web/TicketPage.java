package dev.qiao.ticket.web;

import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.Face;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.presence.web.Here;
import dev.qiao.ticket.web.excerpt.Excerpt;
import dev.qiao.ticket.web.left.Left;
import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as its own page shows it, to the desk or to its requester.
 *
 * @param allowed what the reader may do now
 * @param clock the nearest promise
 * @param talk what the reader may see of the conversation, oldest first
 * @param excerpt how much of it that is, and where the earlier ones are
 * @param timeline every step on record of that time that the reader may see, oldest first
 * @param panels what other rooms add
 * @param watchers how many follow it, the reader perhaps among them
 * @param here who else looks at it just now
 * @param left what the reader wrote for an act that is no longer possible
 */
public record TicketPage(
        long number,
        int version,
        String title,
        Kind kind,
        Priority priority,
        Stage.Name stage,
        boolean restricted,
        Face requester,
        Face assignee,
        @Nullable String team,
        List<Act> allowed,
        @Nullable ClockView clock,
        List<PromiseView> promises,
        List<FactView> facts,
        List<Utterance> talk,
        Excerpt excerpt,
        List<Step> timeline,
        List<Content> panels,
        boolean watching,
        int watchers,
        List<Here> here,
        List<Left> left) {

    /** One line of the timeline. */
    public record Step(Instant at, String words) {}

    public String path() {
        return "/tickets/" + number;
    }

    public boolean may(Act act) {
        return allowed.contains(act);
    }

    /** Too late to reopen: what comes back begins anew, linked to it. */
    public boolean over() {
        return stage == Stage.Name.CLOSED && may(Act.LINKS) && !may(Act.REOPENING);
    }

    public List<Verb> verbs() {
        return Verb.of(stage, allowed);
    }

    /** The promise that its page opens with: that of the solution, else the last one. */
    public @Nullable PromiseView promise() {
        return promises.isEmpty() ? null : promises.getLast();
    }
}
