package dev.qiao.signal.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.similar.Similar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * 同一故障: beside an incident that machines told of, what people reported of the same or of a linked service at that time, and the other
 * way round. One press lets a report go on in the incident, whose news its reporter then hears with all others.
 */
@Component
class SameFaultPanel implements Panel {
    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration AFTER = Duration.ofHours(4);

    private final Tickets tickets;
    private final Services services;
    private final Similar similar;

    SameFaultPanel(Tickets tickets, Services services, Similar similar) {
        this.tickets = tickets;
        this.services = services;
        this.similar = similar;
    }

    @Override
    public int place() {
        return 55;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        if (!kind.equals(Tickets.KIND) || !me.may(Permission.TICKET_WORK)) return Optional.empty();
        var ticket = tickets.find(subject, me);
        var matter = ticket.matter();
        if (matter.kind() != Kind.INCIDENT
                || matter.service() == null
                || !ticket.stage().open()) return Optional.empty();
        boolean told = matter.source() == Source.MONITORING;
        var about = new ArrayList<>(services.links().beside(matter.service()));
        about.add(matter.service());
        var began = began(ticket);
        // A report may come long after the incident began, and the incident shortly after the report.
        var from = told ? began.minus(BEFORE) : began.minus(AFTER);
        var until = told ? began.plus(AFTER) : began.plus(BEFORE);
        var near = similar.near(about, from, until, !told, subject, me);
        return near.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fragment("signal/web/same", Map.of("number", subject, "told", told, "near", near)));
    }

    private static Instant began(Ticket ticket) {
        var stated = ticket.matter().startedAt();
        var opened = ticket.times().openedAt();
        return stated == null || stated.isAfter(opened) ? opened : stated;
    }
}
