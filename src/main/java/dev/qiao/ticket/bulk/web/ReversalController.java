package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.bulk.Bulks;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking a bulk act back. */
@Controller
@RequestMapping("/bulk/{id:\\d+}/reversal")
@Needs(Permission.TICKET_WORK)
class ReversalController {
    private final Bulks bulks;
    private final InstantSource clock;

    ReversalController(Bulks bulks, InstantSource clock) {
        this.bulks = bulks;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long id, Me me) {
        return "redirect:/bulk/" + bulks.reverse(id, me, clock.instant()).id();
    }
}
