package dev.qiao.ticket.undo.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The way back from what the reader did just before. */
@Component
class UndoPanel implements Panel {
    private final Undos undos;
    private final Tickets tickets;

    UndoPanel(Undos undos, Tickets tickets) {
        this.undos = undos;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream()
                .flatMap(ticket -> undos.of(ticket, me, now).stream())
                .map(undo -> new Fragment("ticket/undo/web/panel", Map.of("undo", undo)))
                .findFirst();
    }
}
