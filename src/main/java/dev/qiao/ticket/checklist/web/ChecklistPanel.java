package dev.qiao.ticket.checklist.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.checklist.Checklist;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The checklist, for those who work here. */
@Component
class ChecklistPanel implements Panel {
    private final Checklist checklist;
    private final Tickets tickets;

    ChecklistPanel(Checklist checklist, Tickets tickets) {
        this.tickets = tickets;
        this.checklist = checklist;
    }

    @Override
    public int place() {
        return 35;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        var ticket = tickets.find(subject, me);
        var items = checklist.of(ticket, me);
        var removed = checklist.removed(ticket, me, now);
        if (items.isEmpty() && removed.isEmpty()) return Optional.empty();
        return Optional.of(new Fragment(
                "ticket/checklist/web/panel", Map.of("number", subject, "items", items, "removed", removed)));
    }
}
