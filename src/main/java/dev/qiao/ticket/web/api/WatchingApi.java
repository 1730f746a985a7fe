package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Tickets;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Following a ticket, and following it no longer; twice is harmless. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/watching")
@Needs(Permission.TICKET_WORK)
class WatchingApi {
    private final Editing editing;
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    WatchingApi(Editing editing, Tickets tickets, Telling telling, InstantSource clock) {
        this.editing = editing;
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, Me me) {
        var now = clock.instant();
        editing.watch(number, me, now);
        return telling.ok(tickets.find(number, me), me, now);
    }

    @DeleteMapping
    ResponseEntity<TicketJson> destroy(@PathVariable long number, Me me) {
        var now = clock.instant();
        editing.unwatch(number, me, now);
        return telling.ok(tickets.find(number, me), me, now);
    }
}
