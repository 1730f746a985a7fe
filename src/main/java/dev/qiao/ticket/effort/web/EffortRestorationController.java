package dev.qiao.ticket.effort.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.effort.Efforts;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Bringing back time that was taken back. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/effort/{id:\\d+}/restoration")
@Needs(Permission.TICKET_WORK)
class EffortRestorationController {
    private final Efforts efforts;
    private final InstantSource clock;

    EffortRestorationController(Efforts efforts, InstantSource clock) {
        this.efforts = efforts;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, @PathVariable long id, Me me) {
        efforts.restore(number, id, me, clock.instant());
        return "redirect:/tickets/" + number;
    }
}
