package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.signal.Alerts;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The alerts of a ticket, beside it. */
@Component
class AlertPanel implements Panel {
    private static final int SHOWN = 20;

    private final Alerts alerts;
    private final Tickets tickets;

    AlertPanel(Alerts alerts, Tickets tickets) {
        this.alerts = alerts;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 50;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND)) return Optional.empty();
        if (!me.worksHere()) return Optional.empty();
        var incidents = alerts.incidentsOf(tickets.find(subject, me), me);
        if (incidents.isEmpty()) return Optional.empty();
        var shown = incidents.stream()
                .flatMap(incident -> alerts.of(incident, SHOWN, me).stream())
                .sorted(Comparator.comparing(alert -> !alert.open()))
                .limit(SHOWN)
                .toList();
        return Optional.of(new Fragment("signal/web/panel", Map.of("sum", AlertSum.of(incidents), "alerts", shown)));
    }
}
