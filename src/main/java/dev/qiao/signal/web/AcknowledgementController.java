package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Alerts;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody knows of an alert. */
@Controller
@Needs(Permission.TICKET_WORK)
class AcknowledgementController {
    private final Alerts alerts;
    private final InstantSource clock;

    AcknowledgementController(Alerts alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    @PostMapping("/alerts/{id}/acknowledgement")
    String create(@PathVariable long id, Me me) {
        alerts.acknowledge(id, me, clock.instant());
        return "redirect:/alerts/" + id;
    }
}
