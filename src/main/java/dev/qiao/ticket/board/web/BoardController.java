package dev.qiao.ticket.board.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.web.queue.ConditionPages;
import dev.qiao.ticket.web.queue.QueueQueries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A list of tickets as a board, by stage or by assignee. What a card's drop does is the ticket's own act. */
@Controller
@RequestMapping("/tickets/board")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class BoardController {
    private static final String PLACE = "/tickets/board";

    private final QueueQueries queries;
    private final BoardPages pages;
    private final ConditionPages conditions;

    BoardController(QueueQueries queries, BoardPages pages, ConditionPages conditions) {
        this.queries = queries;
        this.pages = pages;
        this.conditions = conditions;
    }

    @GetMapping
    String index(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "stage") String by,
            Me me,
            Page page,
            Model model) {
        parameters.remove("by");
        var aside = by.equals("assignee") ? "by=assignee" : "";
        var added = queries.added(parameters, PLACE, aside, me);
        if (added.isPresent()) return "redirect:" + added.get();
        var query = queries.read(parameters, me).at(PLACE, aside);
        model.addAttribute("board", pages.of(query.lens(), by, page));
        model.addAttribute("tabs", conditions.views(query, page));
        model.addAttribute("conditions", conditions.of(query, page));
        return "ticket/board/web/index";
    }
}
