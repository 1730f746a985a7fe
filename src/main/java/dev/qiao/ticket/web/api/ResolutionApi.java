package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saying how a ticket was solved. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/resolution")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class ResolutionApi {
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    ResolutionApi(Tickets tickets, Telling telling, InstantSource clock) {
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param restoredAt when the user could work again; now when nobody says */
    record Solution(
            @Nullable Outcome code,
            @Nullable Cause cause,
            @Nullable String solution,
            @Nullable Instant restoredAt) {}

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Solution body, IfMatch seen, Me me) {
        var now = clock.instant();
        if (body.code() == null) throw Refused.invalid("code", "ticket.choose_one");
        if (body.cause() == null) throw Refused.invalid("cause", "ticket.choose_one");
        var resolved = tickets.resolve(
                number, seen.version(), body.code(), body.cause(), body.solution(), body.restoredAt(), me, now);
        return telling.ok(resolved, me, now);
    }
}
