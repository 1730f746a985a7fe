package dev.qiao.feedback.call;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qiao.feedback.TicketRated;
import dev.qiao.feedback.call.Call.Reason;
import dev.qiao.feedback.call.CallSql.Wanted;
import dev.qiao.feedback.practice.Practice;
import dev.qiao.feedback.practice.Practices;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketClosed;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Chooses whom to ring up: after every low rating and every ticket of a VIP, and after a share of all that is closed. */
@Component
class CallReader implements Reader {
    private static final int LOW = 2;
    private static final Set<Source> MACHINES = Set.of(Source.MONITORING, Source.WARNING);

    private final CallSql sql;
    private final Tickets tickets;
    private final Practices practices;

    CallReader(CallSql sql, Tickets tickets, Practices practices) {
        this.sql = sql;
        this.tickets = tickets;
        this.practices = practices;
    }

    @Override
    public String name() {
        return "feedback.calls";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live()
                && entry.kind().equals(Tickets.KIND)
                && (entry.is(TicketClosed.class) || entry.is(TicketRated.class));
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var practice = practices.current();
        var numbers = batch.stream().map(Recorded::subject).distinct().toList();
        var known = tickets.of(numbers).stream().collect(toMap(Ticket::number, identity()));
        var called = sql.called(numbers);
        var wanted = new ArrayList<Wanted>();
        for (var entry : batch) {
            var ticket = known.get(entry.subject());
            if (ticket == null) continue;
            var reason = entry.is(TicketRated.class)
                    ? rated(entry.as(TicketRated.class).stars(), practice)
                    : called.contains(ticket.number()) ? null : closed(ticket, practice);
            if (reason != null)
                wanted.add(new Wanted(ticket.number(), ticket.matter().requester(), reason));
        }
        return () -> sql.insert(wanted, now);
    }

    private static @Nullable Reason rated(int stars, Practice practice) {
        return practice.low() && stars <= LOW ? Reason.LOW_RATING : null;
    }

    /** The sample is a hash of the number: whoever reads the same twice chooses the same, and nobody else knows which. */
    private static @Nullable Reason closed(Ticket ticket, Practice practice) {
        if (!(ticket.stage() instanceof Stage.Closed closed)
                || closed.resolution().code() == Outcome.CANCELLED
                || MACHINES.contains(ticket.matter().source())) return null;
        if (practice.vips() && ticket.matter().vip()) return Reason.VIP;
        return Math.floorMod(Long.hashCode(ticket.number() * 0x9E3779B97F4A7C15L), 100) < practice.percent()
                ? Reason.SAMPLE
                : null;
    }
}
