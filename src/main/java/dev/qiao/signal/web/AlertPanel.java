package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.signal.Alerts;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The alerts of a ticket, beside it. */
@Component
class AlertPanel implements Panel {
    private static final int SHOWN = 20;

    private final Alerts alerts;

    AlertPanel(Alerts alerts) {
        this.alerts = alerts;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND)) return Optional.empty();
        return alerts.incidentOf(subject, me)
                .map(incident -> new Fragment(
                        "signal/web/panel", Map.of("incident", incident, "alerts", alerts.of(incident, SHOWN, me))));
    }
}
