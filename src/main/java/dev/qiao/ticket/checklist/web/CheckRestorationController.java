package dev.qiao.ticket.checklist.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.checklist.Checklist;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Bringing back a point of the checklist as it was. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/checklist/{id:\\d+}/restoration")
@Needs(Permission.TICKET_WORK)
class CheckRestorationController {
    private final Checklist checklist;
    private final InstantSource clock;

    CheckRestorationController(Checklist checklist, InstantSource clock) {
        this.checklist = checklist;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, @PathVariable long id, Me me) {
        checklist.restore(number, id, me, clock.instant());
        return "redirect:/tickets/" + number;
    }
}
