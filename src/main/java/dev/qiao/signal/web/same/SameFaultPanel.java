package dev.qiao.signal.web.same;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 同一故障: beside an incident that machines told of, what people reported of the same or of a linked service at that time, and the other
 * way round. One press lets a report go on in the incident, whose news its reporter then hears with all others.
 */
@Component
class SameFaultPanel implements Panel {
    private final SameFaults faults;

    SameFaultPanel(SameFaults faults) {
        this.faults = faults;
    }

    @Override
    public int place() {
        return 55;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND)) return Optional.empty();
        var found = faults.of(subject, me);
        if (found.near().isEmpty()) return Optional.empty();
        var shown = Map.<String, Object>of("number", subject, "told", found.told(), "near", found.near());
        return Optional.of(new Fragment("signal/web/same/panel", shown));
    }
}
