package dev.qiao.ticket.followup.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.followup.FollowUps;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Wanting to look at a ticket again after all. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/follow-up/restoration")
@Needs(Permission.TICKET_WORK)
class FollowUpRestorationController {
    private final FollowUps followUps;
    private final InstantSource clock;

    FollowUpRestorationController(FollowUps followUps, InstantSource clock) {
        this.followUps = followUps;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, Me me) {
        followUps.restore(number, me, clock.instant());
        return "redirect:/tickets/" + number;
    }
}
