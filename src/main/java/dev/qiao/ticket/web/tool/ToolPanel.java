package dev.qiao.ticket.web.tool;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The further acts on a ticket, for those who work here. */
@Component
class ToolPanel implements Panel {
    private final Tickets tickets;
    private final Merges merges;

    ToolPanel(Tickets tickets, Merges merges) {
        this.tickets = tickets;
        this.merges = merges;
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        if (merges.into(List.of(subject)).containsKey(subject)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream()
                .map(ticket -> Tool.of(tickets.allowed(ticket, me, now)))
                .filter(tools -> !tools.isEmpty())
                .map(tools -> new Fragment("ticket/web/tool/panel", Map.of("number", subject, "tools", tools)))
                .findFirst();
    }
}
