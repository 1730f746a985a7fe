package dev.qiao.ticket.nudge.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.ticket.HelpPages;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.nudge.Nudges;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** A way to ask to be quicker, for who waits and for the desk, and how often that happened. */
@Component
class NudgePanel implements Panel {
    private final Nudges nudges;
    private final Tickets tickets;

    NudgePanel(Nudges nudges, Tickets tickets) {
        this.nudges = nudges;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 25;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        boolean help = kind.equals(HelpPages.TICKET);
        if (!help && !kind.equals(Tickets.KIND)) return Optional.empty();
        return tickets.of(List.of(subject), me).stream()
                .flatMap(ticket -> fragment(ticket, help, me, now).stream())
                .findFirst();
    }

    /** Who did it just now sees when they may again. */
    private Optional<Fragment> fragment(Ticket ticket, boolean help, Me me, Instant now) {
        var again = nudges.again(ticket, me, now);
        if (again.isEmpty() && !tickets.allowed(ticket, me, now).contains(Act.NUDGES)) return Optional.empty();
        int count = nudges.counts(List.of(ticket)).getOrDefault(ticket.number(), 0);
        var model = new HashMap<String, Object>(Map.of("number", ticket.number(), "count", count));
        again.ifPresent(moment -> model.put("again", moment));
        return Optional.of(new Fragment(help ? "ticket/nudge/web/help" : "ticket/nudge/web/panel", model));
    }
}
