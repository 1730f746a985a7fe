package dev.qiao.signal.look.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A place beside an incident for where to look; it is looked for when the page stands. */
@Component
class CausePanel implements Panel {
    private final Tickets tickets;

    CausePanel(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 55;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        return tickets.of(List.of(subject)).stream()
                .filter(ticket -> ticket.matter().kind() == Kind.INCIDENT)
                .findFirst()
                .map(_ -> new Fragment("signal/look/web/panel", Map.of("number", subject)));
    }
}
