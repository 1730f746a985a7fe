package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Whereabouts;
import dev.qiao.signal.Alerts;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

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

    /** @param to the list in which it was said, and where one goes on; empty: the alert */
    @PostMapping("/alerts/{id}/acknowledgement")
    String create(@PathVariable long id, @RequestParam(defaultValue = "") String to, Me me) {
        alerts.acknowledge(id, me, clock.instant());
        return "redirect:" + (to.isEmpty() ? "/alerts/" + id : Whereabouts.ours(to));
    }
}
