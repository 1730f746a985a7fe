package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Ticket.Act;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.undo.Undo;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own last act on a ticket, which can be taken back for ten minutes as long as nothing else happened. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/undo")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class UndoApi {
    private final Undos undos;
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    UndoApi(Undos undos, Tickets tickets, Telling telling, InstantSource clock) {
        this.undos = undos;
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param along the children that were resolved with it, and come back with it as far as nothing happened to them since */
    record UndoJson(Act act, Instant at, Instant until, List<Long> along) {}

    /** What could be taken back; 404 where there is nothing. */
    @GetMapping
    UndoJson show(@PathVariable long number, Me me) {
        var undo = undos.of(tickets.find(number, me), me, clock.instant())
                .orElseThrow(() -> Refused.notFound("ticket.undo.nothing"));
        var along = undo.along().stream().map(Undo.Along::number).toList();
        return new UndoJson(undo.act(), undo.at(), undo.until(), along);
    }

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, Me me) {
        var now = clock.instant();
        return telling.ok(undos.takeBack(number, me, now).ticket(), me, now);
    }
}
