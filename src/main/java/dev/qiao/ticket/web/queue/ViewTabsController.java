package dev.qiao.ticket.web.queue;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The bar of views with how many tickets are in each, asked for once the page stands and whenever the queue changed. */
@Controller
@RequestMapping("/tickets/views")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class ViewTabsController {
    private final QueueQueries queries;
    private final ViewTabs tabs;

    ViewTabsController(QueueQueries queries, ViewTabs tabs) {
        this.queries = queries;
        this.tabs = tabs;
    }

    @GetMapping
    String index(@RequestParam MultiValueMap<String, String> parameters, Me me, Page page, Model model) {
        model.addAttribute("tabs", tabs.of(queries.read(parameters, me), page));
        return "ticket/web/queue/tabs";
    }
}
