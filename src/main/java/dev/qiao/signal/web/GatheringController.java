package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Alerts;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** An alert that could not be given to a ticket is tried again. */
@Controller
@Needs(Permission.TICKET_WORK)
class GatheringController {
    private final Alerts alerts;
    private final InstantSource clock;

    GatheringController(Alerts alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @PostMapping("/alerts/{id}/gathering")
    String create(@PathVariable long id, Me me) {
        alerts.gather(id, me, clock.instant());
        return "redirect:/alerts/" + id;
    }
}
