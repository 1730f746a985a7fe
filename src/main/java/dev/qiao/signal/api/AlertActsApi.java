package dev.qiao.signal.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Alerts;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people do with alerts. */
@Needs(Permission.TICKET_WORK)
@RestController
class AlertActsApi {
    private final Alerts alerts;
    private final InstantSource clock;

    AlertActsApi(Alerts alerts, InstantSource clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    /** Somebody knows of it; a second time is harmless. */
    @PostMapping("/api/v1/alerts/{id}/acknowledgement")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void create(@PathVariable long id, Me me) {
        alerts.acknowledge(id, me, clock.instant());
    }

    /** It is over, although its sender has not said so. */
    @PostMapping("/api/v1/alerts/{id}/recovery")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void update(@PathVariable long id, Me me) {
        alerts.resolve(id, me, clock.instant());
    }
}
