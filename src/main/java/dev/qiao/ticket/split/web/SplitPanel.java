package dev.qiao.ticket.split.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.split.Splits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From which ticket this one was split off, for those who work here. */
@Component
class SplitPanel implements Panel {
    private final Splits splits;
    private final Tickets tickets;

    SplitPanel(Splits splits, Tickets tickets) {
        this.splits = splits;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 44;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream()
                .flatMap(ticket -> splits.of(ticket).stream())
                .map(split -> new Fragment("ticket/split/web/panel", Map.of("number", subject, "from", split.number())))
                .findFirst();
    }
}
