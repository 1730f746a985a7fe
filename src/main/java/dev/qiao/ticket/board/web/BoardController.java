package dev.qiao.ticket.board.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
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
    private final QueueQueries queries;
    private final BoardPages pages;

    BoardController(QueueQueries queries, BoardPages pages) {
        this.queries = queries;
        this.pages = pages;
    }

    @GetMapping
    String index(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "stage") String by,
            Me me,
            Page page,
            Model model) {
        parameters.remove("by");
        model.addAttribute("board", pages.of(queries.read(parameters, me).lens(), by, page));
        return "ticket/board/web/index";
    }
}
