package dev.qiao.ticket.web.queue;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Queue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue. */
@Controller
@RequestMapping("/tickets")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class QueueController {
    private static final int PAGE = 50;

    private final Queue queue;
    private final QueueQueries queries;
    private final QueuePages pages;

    QueueController(Queue queue, QueueQueries queries, QueuePages pages) {
        this.queue = queue;
        this.queries = queries;
        this.pages = pages;
    }

    /** With {@code after} only the further rows. */
    @GetMapping
    String index(@RequestParam MultiValueMap<String, String> parameters, Me me, Page page, Model model) {
        var added = queries.added(parameters, QueueQuery.LIST, "", me);
        if (added.isPresent()) return "redirect:" + added.get();
        var query = queries.read(parameters, me);
        var listed = queue.list(query.lens().filter(me), query.mark(), PAGE, me, page.now());
        model.addAttribute("queue", pages.of(query, listed, page));
        return query.mark() == null ? "ticket/web/queue/index" : "ticket/web/queue/further";
    }
}
