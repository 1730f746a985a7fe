package dev.qiao.ticket.merge.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What goes on in a ticket, or in which one it goes on itself; for those who work here. */
@Component
class MergePanel implements Panel {
    private final Merges merges;
    private final Tickets tickets;

    MergePanel(Merges merges, Tickets tickets) {
        this.merges = merges;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 42;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream().findFirst().flatMap(ticket -> panel(ticket, me));
    }

    private Optional<Fragment> panel(Ticket ticket, Me me) {
        var within = merges.within(ticket, me);
        var into = merges.into(List.of(ticket.number())).getOrDefault(ticket.number(), 0L);
        if (within.isEmpty() && into == 0) return Optional.empty();
        return Optional.of(new Fragment(
                "ticket/merge/web/panel",
                Map.of(
                        "number",
                        ticket.number(),
                        "into",
                        into,
                        "within",
                        within,
                        "opens",
                        !ticket.matter().restricted() && me.may(Permission.TICKET_RESTRICT))));
    }
}
