package dev.qiao.ticket.silence;

import static java.util.stream.Collectors.toMap;

import dev.qiao.journal.Audience;
import dev.qiao.journal.Reader;
import dev.qiao.journal.Recorded;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.TicketFact.TicketAttached;
import dev.qiao.ticket.TicketFact.TicketCommented;
import dev.qiao.ticket.TicketFact.TicketEdited;
import dev.qiao.ticket.TicketFact.TicketNudged;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.silence.SilenceSql.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Follows when each requester last heard of their ticket: a public word of the desk, or a step that they are told. What waits for the
 * requester, or has ended, is not silent. Only what happens now counts.
 */
@Component
class SilenceReader implements Reader {
    private final SilenceSql sql;
    private final Silences silences;
    private final Tickets tickets;

    SilenceReader(SilenceSql sql, Silences silences, Tickets tickets) {
        this.sql = sql;
        this.silences = silences;
        this.tickets = tickets;
    }

    @Override
    public String name() {
        return "ticket.silence";
    }

    @Override
    public boolean wants(Recorded entry) {
        return entry.live()
                && entry.kind().equals(Tickets.KIND)
                && entry.act().startsWith("ticket.")
                && (heard(entry) || entry.is(TicketEdited.class));
    }

    /** Whether the requester hears something by this. */
    private static boolean heard(Recorded entry) {
        if (entry.audience() != Audience.PUBLIC || entry.is(TicketNudged.class)) return false;
        return !entry.is(TicketCommented.class)
                || !entry.as(TicketCommented.class).byRequester();
    }

    /** A file that the requester sends tells them nothing. */
    private static boolean sends(@Nullable Ticket ticket, Recorded entry) {
        return ticket != null
                && entry.is(TicketAttached.class)
                && entry.actor() == ticket.matter().requester();
    }

    @Override
    public Runnable read(List<Recorded> batch, Instant now) {
        var heard = new HashMap<Long, Instant>();
        var numbers = batch.stream().map(Recorded::subject).distinct().sorted().toList();
        Map<Long, Ticket> known = tickets.of(numbers).stream().collect(toMap(Ticket::number, Function.identity()));
        batch.stream()
                .filter(entry -> heard(entry) && !sends(known.get(entry.subject()), entry))
                .forEach(e -> heard.merge(e.subject(), e.at(), SilenceReader::later));
        var before = sql.since(numbers);
        var silent = new ArrayList<Silence>();
        var over = new ArrayList<Long>();
        for (long number : numbers) {
            var ticket = known.get(number);
            var since = heard.getOrDefault(number, before.get(number));
            if (ticket == null || since == null || !owed(ticket)) over.add(number);
            else silent.add(new Silence(number, since, due(ticket, since)));
        }
        return () -> {
            sql.hold(numbers);
            sql.put(silent);
            sql.forget(over);
        };
    }

    private @Nullable Instant due(Ticket ticket, Instant since) {
        var hours = silences.limits().get(ticket.weight().priority());
        return hours == null ? null : since.plus(Duration.ofHours(hours));
    }

    private static boolean owed(Ticket ticket) {
        return switch (ticket.stage()) {
            case Stage.Waiting _, Stage.Working _ -> true;
            case Stage.OnHold h -> h.waitsFor() != Stage.HoldFor.REQUESTER;
            case Stage.Resolved _, Stage.Closed _ -> false;
        };
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
