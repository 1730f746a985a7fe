package dev.qiao.ticket.link.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Links;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a ticket is linked with, for those who work here. */
@Component
class LinkPanel implements Panel {
    private final Links links;
    private final Tickets tickets;

    LinkPanel(Links links, Tickets tickets) {
        this.links = links;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 40;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream().findFirst().flatMap(ticket -> {
            var lines = links.of(ticket, me);
            boolean may = tickets.allowed(ticket, me, now).contains(Act.LINKS);
            if (lines.isEmpty()) return Optional.empty();
            return Optional.of(
                    new Fragment("ticket/link/web/panel", Map.of("number", subject, "lines", lines, "may", may)));
        });
    }
}
