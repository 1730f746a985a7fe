package dev.qiao.signal.status.web;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Open;
import dev.qiao.base.web.Page;
import dev.qiao.signal.status.Boards;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** How services are, for whoever knows the address. */
@Open
@Controller
class StatusController {
    private final Boards boards;
    private final InstantSource clock;

    StatusController(Boards boards, InstantSource clock) {
        this.boards = boards;
        this.clock = clock;
    }

    /** Nothing tells an address that nobody has from one that is not to be seen. */
    @GetMapping("/status/{slug}")
    String show(@PathVariable String slug, Page page, Model model, HttpServletResponse response) {
        var board = boards.at(slug, clock.instant()).orElseThrow(() -> Refused.notFound("base.no_page"));
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("slug", slug);
        model.addAttribute("board", board);
        model.addAttribute("shown", Shown.of(board, page));
        return "signal/status/web/board";
    }
}
