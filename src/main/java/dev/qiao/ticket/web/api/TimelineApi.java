package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.TicketHistory;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a ticket, in the order in which it was written; {@code at} of what was noticed late lies before that. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/timeline")
@Needs({Permission.REQUEST, Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class TimelineApi {
    /**
     * @param actor the login; {@code qiao} is the desk itself
     * @param facts what the act says, in codes; people, teams and the like as code and name
     */
    record EventJson(
            long id,
            Instant at,
            String act,
            @Nullable String actor,
            int version,
            Map<String, Object> facts,
            @Nullable String reason) {}

    private final Tickets tickets;
    private final TicketHistory history;
    private final Logins logins;
    private final FactWords words;

    TimelineApi(Tickets tickets, TicketHistory history, Logins logins, FactWords words) {
        this.tickets = tickets;
        this.history = history;
        this.logins = logins;
        this.words = words;
    }

    @GetMapping
    Slice<EventJson> index(@PathVariable long number, Paging paging, Me me) {
        var after = paging.after("timeline");
        var events = history.of(tickets.find(number, me), me, after == null ? 0 : after.number(0), paging.limit() + 1);
        var names = logins.of(events.stream().map(e -> e.entry().actor()).toList());
        var facts = words.of(events, me);
        return Slice.of(
                        events,
                        paging.limit(),
                        last -> Keyset.of("timeline", last.entry().id()))
                .map(e -> new EventJson(
                        e.entry().id(),
                        e.entry().at(),
                        e.entry().act(),
                        names.get(e.entry().actor()),
                        e.entry().version(),
                        Objects.requireNonNull(facts.get(e.entry().id())),
                        e.reason()));
    }
}
