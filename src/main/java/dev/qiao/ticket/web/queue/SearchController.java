package dev.qiao.ticket.web.queue;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Filter;
import dev.qiao.ticket.Queue.View;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.web.TicketRows;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding tickets by words, or by their number at once. */
@Controller
@RequestMapping("/search")
@Needs
class SearchController {
    private static final int MOST = 50;

    private final Queue queue;
    private final Tickets tickets;
    private final TicketRows rows;

    SearchController(Queue queue, Tickets tickets, TicketRows rows) {
        this.queue = queue;
        this.tickets = tickets;
        this.rows = rows;
    }

    @GetMapping
    String index(@RequestParam(required = false) @Nullable String q, Me me, Page page, Model model) {
        var typed = q == null ? "" : q.strip();
        if (typed.matches("\\d{1,18}") && exists(Long.parseLong(typed), me)) return "redirect:/tickets/" + typed;
        var found = typed.isEmpty()
                ? new Queue.Listed(List.of(), null)
                : queue.list(Filter.of(View.ALL).words(typed), null, MOST, me, page.now());
        model.addAttribute("typed", typed);
        model.addAttribute("rows", rows.of(found.items(), page));
        model.addAttribute("query", "view=all&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        model.addAttribute("more", found.next() != null);
        return "ticket/web/queue/search";
    }

    private boolean exists(long number, Me me) {
        try {
            return tickets.find(number, me).number() == number;
        } catch (dev.qiao.base.Refused _) {
            return false;
        }
    }
}
