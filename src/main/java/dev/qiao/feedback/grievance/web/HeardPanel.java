package dev.qiao.feedback.grievance.web;

import dev.qiao.base.Me;
import dev.qiao.base.Panel;
import dev.qiao.base.Permission;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.grievance.Grievances;
import dev.qiao.ticket.HelpPages;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people are unhappy about, beside a ticket: for the desk, and for whoever asked. */
@Component
class HeardPanel implements Panel {
    private final Grievances grievances;
    private final Complaints complaints;
    private final Tickets tickets;

    HeardPanel(Grievances grievances, Complaints complaints, Tickets tickets) {
        this.grievances = grievances;
        this.complaints = complaints;
        this.tickets = tickets;
    }

    @Override
    public int place() {
        return 320;
    }

    @Override
    public Optional<Fragment> panel(String kind, long subject, Me me, Instant now) {
        boolean desk = kind.equals(Tickets.KIND) && me.may(Permission.TICKET_WORK);
        boolean help = kind.equals(HelpPages.TICKET) && me.may(Permission.REQUEST);
        if (!desk && !help) return Optional.empty();
        return tickets.of(List.of(subject), me).stream()
                .filter(ticket -> desk || ticket.matter().asks(me))
                .findFirst()
                .map(_ -> new Fragment(
                        desk ? "feedback/grievance/web/panel" : "feedback/grievance/web/help",
                        Map.of(
                                "number",
                                subject,
                                "grievances",
                                grievances.of(subject, me),
                                "complaints",
                                complaints.about(subject, me))));
    }
}
