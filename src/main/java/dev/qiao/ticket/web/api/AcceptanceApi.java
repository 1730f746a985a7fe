package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accepting a ticket, and handing it back to its team. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/acceptance")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class AcceptanceApi {
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    AcceptanceApi(Tickets tickets, Telling telling, InstantSource clock) {
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    record HandBack(@Nullable String reason) {}

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, IfMatch seen, Me me) {
        var now = clock.instant();
        return telling.ok(
                tickets.accept(
                        number, seen.version(() -> tickets.find(number, me).version()), me, now),
                me,
                now);
    }

    @DeleteMapping
    ResponseEntity<TicketJson> destroy(
            @PathVariable long number, @RequestBody(required = false) @Nullable HandBack body, IfMatch seen, Me me) {
        var now = clock.instant();
        var reason = body == null ? null : body.reason();
        return telling.ok(
                tickets.handBack(
                        number, seen.version(() -> tickets.find(number, me).version()), reason, me, now),
                me,
                now);
    }
}
