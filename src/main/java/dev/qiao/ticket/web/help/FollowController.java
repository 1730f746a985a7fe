package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.web.excerpt.Excerpts;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own tickets: all of them, and one that is followed. */
@Controller
@Needs
class FollowController {
    private static final int PAGE = 25;

    private final Tickets tickets;
    private final Queue queue;
    private final Follows follows;
    private final Merges merges;

    FollowController(Tickets tickets, Queue queue, Follows follows, Merges merges) {
        this.tickets = tickets;
        this.queue = queue;
        this.follows = follows;
        this.merges = merges;
    }

    /** With {@code after} only the further rows; a number that is typed leads to its ticket. */
    @GetMapping("/my")
    @Needs(Permission.REQUEST)
    String index(MyQuery query, Me me, Page page, Model model) {
        var meant = query.number().flatMap(number -> seen(number, me));
        if (meant.isPresent()) return "redirect:/my/" + meant.get().number();
        var listed = queue.list(query.filter(), query.mark(), PAGE, me, page.now());
        model.addAttribute("query", query);
        model.addAttribute("rows", follows.rows(listed.items(), page));
        model.addAttribute("next", listed.next() == null ? "" : query.from(listed.next()));
        return query.after() == null ? "ticket/web/help/index" : "ticket/web/help/further";
    }

    /** Who works here and asked for nothing looks at the desk's page. */
    @GetMapping("/my/{number:\\d+}")
    String show(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Me me,
            Page page,
            Model model) {
        var survivor = merges.survivor(number, me);
        if (survivor.isPresent()) return "redirect:/my/" + survivor.get();
        var ticket = tickets.find(number, me);
        if (!ticket.matter().asks(me) && me.worksHere()) return "redirect:/tickets/" + number;
        model.addAttribute("ticket", follows.page(ticket, Excerpts.asked(since, until), page));
        return "ticket/web/help/show";
    }

    private Optional<Ticket> seen(long number, Me me) {
        try {
            return Optional.of(tickets.find(number, me));
        } catch (Refused _) {
            return Optional.empty();
        }
    }
}
