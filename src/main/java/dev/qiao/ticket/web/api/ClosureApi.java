package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Confirming that it works again, or taking back what nobody has begun. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/closure")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class ClosureApi {
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    ClosureApi(Tickets tickets, Telling telling, InstantSource clock) {
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, IfMatch seen, Me me) {
        var now = clock.instant();
        return telling.ok(
                tickets.close(
                        number, seen.version(() -> tickets.find(number, me).version()), me, now),
                me,
                now);
    }
}
