package dev.qiao.signal.outage;

import dev.qiao.base.Me;
import dev.qiao.journal.Facts;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.signal.SignalFacts.AlertsJoined;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketAbsorbed;
import dev.qiao.ticket.TicketFact.TicketBrokenAgain;
import dev.qiao.ticket.TicketFact.TicketCancelled;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketMerged;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.TicketFact.TicketReleased;
import dev.qiao.ticket.TicketFact.TicketReopened;
import dev.qiao.ticket.TicketFact.TicketResolved;
import dev.qiao.ticket.TicketFact.TicketRestored;
import dev.qiao.ticket.TicketFact.TicketUnmerged;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.merge.Merges;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows incidents: one that machines told of, or an urgent one that people reported, is an outage of its service from the first signal
 * until it was restored. What goes on in another ticket is that one's.
 */
@Component
class OutageReader implements Reader {
    /** What changes when an incident began, is about, or was over. */
    private static final List<Class<? extends Facts>> ACTS = List.of(
            TicketOpened.class,
            TicketEdited.class,
            TicketRestored.class,
            TicketBrokenAgain.class,
            TicketResolved.class,
            TicketClosed.class,
            TicketCancelled.class,
            TicketReopened.class,
            TicketMerged.class,
            TicketUnmerged.class,
            TicketAbsorbed.class,
            TicketReleased.class,
            AlertsJoined.class);

    private final OutageSql sql;
    private final Tickets tickets;
    private final Merges merges;

    OutageReader(OutageSql sql, Tickets tickets, Merges merges) {
        this.sql = sql;
        this.tickets = tickets;
        this.merges = merges;
    }

    @Override
    public String name() {
        return "signal.outages";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.kind().equals(Tickets.KIND) && ACTS.stream().anyMatch(entry::is);
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var numbers = batch.stream().map(Recorded::subject).distinct().sorted().toList();
        var merged = merges.survivors(numbers);
        var of = tickets.of(numbers).stream()
                .filter(ticket -> !merged.containsKey(ticket.number()))
                .toList();
        var firsts = firstSignals(of);
        var outages = new ArrayList<Outage>();
        var over = new ArrayList<>(numbers);
        for (var ticket : of) {
            var outage = outage(ticket, firsts.get(ticket.number()));
            if (outage == null) continue;
            outages.add(outage);
            over.remove(ticket.number());
        }
        return () -> {
            sql.put(outages);
            sql.forget(over);
        };
    }

    /** Of each the first of its own incidents and of those that were merged into it. */
    private Map<Long, Instant> firstSignals(List<Ticket> of) {
        var read = new HashMap<Long, List<Long>>();
        for (var ticket : of) read.put(ticket.number(), merges.read(ticket, Me.QIAO));
        var known =
                sql.firstSignals(read.values().stream().flatMap(List::stream).toList());
        var firsts = new HashMap<Long, Instant>();
        read.forEach((ticket, all) -> all.stream()
                .flatMap(each -> Stream.ofNullable(known.get(each)))
                .min(Instant::compareTo)
                .ifPresent(first -> firsts.put(ticket, first)));
        return firsts;
    }

    private static @Nullable Outage outage(Ticket ticket, @Nullable Instant first) {
        var matter = ticket.matter();
        if (matter.kind() != Kind.INCIDENT || matter.service() == null) return null;
        if (first == null && ticket.weight().priority() != Priority.URGENT) return null;
        var times = ticket.times();
        var stated = matter.startedAt() == null ? times.openedAt() : matter.startedAt();
        var began = first == null || first.isAfter(stated) ? stated : first;
        var restored = times.restoredAt() == null ? times.resolvedAt() : times.restoredAt();
        var ended = restored == null ? times.closedAt() : restored;
        return new Outage(
                ticket.number(),
                matter.service(),
                began,
                ended == null || ended.isAfter(began) ? ended : began,
                null,
                0);
    }
}
