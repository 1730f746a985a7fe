package dev.qiao.ticket.web.act;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Editing;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Following a ticket, and no longer. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/watch")
@Needs(Permission.TICKET_WORK)
class WatchController {
    private final Editing editing;
    private final InstantSource clock;

    WatchController(Editing editing, InstantSource clock) {
        this.editing = editing;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, Me me) {
        editing.watch(number, me, clock.instant());
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping
    String destroy(@PathVariable long number, Me me) {
        editing.unwatch(number, me, clock.instant());
        return "redirect:/tickets/" + number;
    }
}
