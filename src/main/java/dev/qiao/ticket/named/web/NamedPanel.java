package dev.qiao.ticket.named.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.named.Named;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may see a restricted ticket, for those who work here. */
@Component
class NamedPanel implements Panel {
    private final Named named;
    private final Tickets tickets;

    NamedPanel(Named named, Tickets tickets) {
        this.named = named;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream()
                .filter(ticket -> ticket.matter().restricted())
                .map(_ -> new Fragment(
                        "ticket/named/web/panel",
                        Map.of(
                                "number",
                                subject,
                                "people",
                                named.of(subject, me),
                                "may",
                                me.may(Permission.TICKET_RESTRICT))))
                .findFirst();
    }
}
