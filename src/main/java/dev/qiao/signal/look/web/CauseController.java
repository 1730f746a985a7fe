package dev.qiao.signal.look.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.look.Look;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where to look, fetched by the ticket's page. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class CauseController {
    private final Look look;
    private final CauseLines lines;
    private final InstantSource clock;

    CauseController(Look look, CauseLines lines, InstantSource clock) {
        this.look = look;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/tickets/{number:\\d+}/causes")
    String index(@PathVariable long number, Me me, Page page, Model model) {
        var found = look.at(number, me, clock.instant());
        model.addAttribute("lines", lines.of(found, page.times()));
        model.addAttribute("fault", found.fault());
        return "signal/look/web/list";
    }
}
