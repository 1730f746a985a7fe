package dev.qiao.signal.early;

import dev.qiao.base.Me;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketOpened;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Links;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds the warning that came before each incident on something monitored, whoever reported that, and links the two. */
@Component
class EarlyReader implements Reader {
    private final ForeseenSql sql;
    private final Tickets tickets;
    private final Links links;

    EarlyReader(ForeseenSql sql, Tickets tickets, Links links) {
        this.sql = sql;
        this.tickets = tickets;
        this.links = links;
    }

    @Override
    public String name() {
        return "signal.early";
    }

    @Override
    public boolean wants(Recorded entry) {
        if (!entry.live() || !entry.kind().equals(Tickets.KIND)) return false;
        if (entry.is(TicketOpened.class)) return entry.as(TicketOpened.class).kind() == Kind.INCIDENT;
        return entry.is(TicketEdited.class)
                && entry.as(TicketEdited.class).edits().stream()
                        .anyMatch(edit ->
                                edit.field().equals("service") || edit.field().equals("kind"));
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var numbers = batch.stream().map(Recorded::subject).distinct().sorted().toList();
        var incidents = tickets.of(numbers).stream()
                .filter(ticket -> ticket.matter().kind() == Kind.INCIDENT)
                .toList();
        var foreseen = sql.of(incidents);
        return () -> {
            sql.put(numbers, foreseen);
            for (var each : foreseen)
                if (each.warning() != null)
                    links.follow(each.ticket(), Objects.requireNonNull(each.warning()), Me.QIAO, now);
        };
    }

    /** Links hold their tickets, and an effect is short. */
    @Override
    public int most() {
        return 50;
    }
}
