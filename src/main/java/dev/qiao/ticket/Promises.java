package dev.qiao.ticket;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Origin;
import dev.qiao.sla.Attributes;
import dev.qiao.sla.Change;
import dev.qiao.sla.Clocks;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Start;
import dev.qiao.ticket.Matter.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What acts mean for the promises: told to sla in the same transaction, and the nearest due moment copied back. */
@Component
class Promises {
    /** What is promised of a warning is not what is promised of a task that a person gives. */
    private static final String WARNING = "warning";

    private final Clocks clocks;
    private final Services services;

    Promises(Clocks clocks, Services services) {
        this.clocks = clocks;
        this.services = services;
    }

    /** Starts the clocks of new tickets; returns the tickets with their nearest due moments. */
    List<Ticket> start(List<Ticket> tickets, List<Origin> origins) {
        var starts = new ArrayList<Start>(tickets.size());
        for (int i = 0; i < tickets.size(); i++) {
            var ticket = tickets.get(i);
            starts.add(new Start(
                    Tickets.KIND,
                    ticket.number(),
                    attributes(ticket),
                    ticket.times().openedAt(),
                    origins.get(i)));
        }
        var due = clocks.start(starts);
        return tickets.stream().map(t -> t.due(due.get(t.number()))).toList();
    }

    /** Follows one act. */
    Ticket follow(Ticket before, Ticket after, Instant at) {
        var changes = changes(before, after, attributes(before), attributes(after), at);
        if (changes.isEmpty()) return after;
        var due = clocks.change(Tickets.KIND, after.number(), changes.toArray(Change[]::new));
        return after.due(due.orElse(null));
    }

    /** What the difference of two states says to the clocks: a pure function, so that no verb can forget it. */
    static List<Change> changes(Ticket before, Ticket after, Attributes was, Attributes is, Instant at) {
        var changes = new ArrayList<Change>();
        if (!was.equals(is)) changes.add(new Change.Reassess(at, is));
        if (before.stage() instanceof Stage.OnHold && !(after.stage() instanceof Stage.OnHold)) {
            changes.add(new Change.Resume(at));
        }
        boolean answered = before.times().respondedAt() == null && after.times().respondedAt() != null;
        boolean ended = before.stage().open() && !after.stage().open();
        if (answered || ended) changes.add(new Change.Stop(at, Metric.RESPONSE));
        if (ended) changes.add(new Change.Stop(at, Metric.RESOLUTION));
        boolean back = !before.stage().open() && after.stage().open();
        boolean owed = after.stage().open() && after.times().respondedAt() == null;
        if (owed && (back || before.times().respondedAt() != null)) {
            changes.add(new Change.Restart(at, Metric.RESPONSE));
        }
        if (back) changes.add(new Change.Restart(at, Metric.RESOLUTION));
        if (after.stage() instanceof Stage.OnHold hold && !(before.stage() instanceof Stage.OnHold)) {
            changes.add(new Change.Pause(at, hold.waitsFor().code()));
        }
        return List.copyOf(changes);
    }

    Attributes attributes(Ticket ticket) {
        var m = ticket.matter();
        var service = m.service() == null
                ? null
                : services.find(m.service()).map(Service::code).orElse(null);
        return new Attributes(
                service,
                m.organization(),
                m.vip(),
                m.source() == Source.WARNING ? WARNING : m.kind().code(),
                ticket.weight().priority().code());
    }
}
