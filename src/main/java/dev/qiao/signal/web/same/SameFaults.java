package dev.qiao.signal.web.same;

import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.similar.Similar;
import dev.qiao.ticket.similar.Similar.Near;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Which open tickets in sight may be about the fault of another one: by service and time. */
@Component
class SameFaults {
    private static final Duration BEFORE = Duration.ofMinutes(30);
    private static final Duration AFTER = Duration.ofHours(4);

    /**
     * What was found.
     *
     * @param told whether machines told of the ticket, so that these are reports of people; else the other way round
     */
    record Found(boolean told, List<Near> near) {
        static final Found NOTHING = new Found(false, List.of());
    }

    private final Db db;
    private final Tickets tickets;
    private final Services services;
    private final Similar similar;
    private final Merges merges;

    SameFaults(Db db, Tickets tickets, Services services, Similar similar, Merges merges) {
        this.db = db;
        this.tickets = tickets;
        this.services = services;
        this.similar = similar;
        this.merges = merges;
    }

    /** Errors: not found. */
    Found of(long number, Me me) {
        if (!me.may(Permission.TICKET_WORK)) return Found.NOTHING;
        var ticket = tickets.find(number, me);
        var matter = ticket.matter();
        var service = matter.service();
        if (matter.kind() != Kind.INCIDENT || service == null || !ticket.stage().open()) return Found.NOTHING;
        boolean told = matter.source() == Source.MONITORING;
        var about = new ArrayList<>(services.links().beside(service));
        about.add(service);
        var began = began(ticket);
        // A report may come long after the incident began, and the incident shortly after the report.
        var from = told ? began.minus(BEFORE) : began.minus(AFTER);
        var until = told ? began.plus(AFTER) : began.plus(BEFORE);
        return new Found(told, similar.near(about, from, until, !told, number, me));
    }

    /**
     * All reports that are offered go on in the incident that machines told of, or none.
     *
     * @return how many
     */
    int gather(long incident, Me me, Instant now) {
        me.must(Permission.TICKET_WORK);
        var found = of(incident, me);
        if (!found.told()) return 0;
        db.transact(() -> {
            merges.hold();
            found.near().forEach(report -> merges.merge(report.number(), incident, me, now));
        });
        return found.near().size();
    }

    private static Instant began(Ticket ticket) {
        var stated = ticket.matter().startedAt();
        var opened = ticket.times().openedAt();
        return stated == null || stated.isAfter(opened) ? opened : stated;
    }
}
