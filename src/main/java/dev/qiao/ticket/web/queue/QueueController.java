package dev.qiao.ticket.web.queue;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Queue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The queue. */
@Controller
@RequestMapping("/tickets")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class QueueController {
    private static final int PAGE = 50;

    private final Queue queue;
    private final QueuePages queues;

    QueueController(Queue queue, QueuePages queues) {
        this.queue = queue;
        this.queues = queues;
    }

    /** With {@code after} only the further rows. */
    @GetMapping
    String index(QueueQuery query, Me me, Page page, Model model) {
        var filter = query.filter();
        var listed = queue.list(filter, query.mark(), PAGE, me, page.now());
        model.addAttribute("queue", queues.of(query, listed, page));
        return query.after() == null ? "ticket/web/queue/index" : "ticket/web/queue/further";
    }
}
