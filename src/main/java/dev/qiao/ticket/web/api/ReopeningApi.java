package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sending back what is not solved after all. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/reopening")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class ReopeningApi {
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    ReopeningApi(Tickets tickets, Telling telling, InstantSource clock) {
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    record Reopening(@Nullable String reason) {}

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Reopening body, IfMatch seen, Me me) {
        var now = clock.instant();
        return telling.ok(
                tickets.reopen(
                        number, seen.version(() -> tickets.find(number, me).version()), body.reason(), me, now),
                me,
                now);
    }
}
