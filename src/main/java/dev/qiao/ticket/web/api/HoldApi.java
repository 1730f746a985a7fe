package dev.qiao.ticket.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Tickets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Holding a ticket, and going on with it. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/hold")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class HoldApi {
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    HoldApi(Tickets tickets, Telling telling, InstantSource clock) {
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param until when it comes back by itself */
    record Hold(
            @JsonProperty("for") @Nullable HoldFor waitsFor,
            @Nullable String reason,
            @Nullable Instant until) {}

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Hold body, IfMatch seen, Me me) {
        var now = clock.instant();
        var waitsFor = Objects.requireNonNullElse(body.waitsFor(), HoldFor.OTHER);
        return telling.ok(
                tickets.hold(
                        number,
                        seen.version(() -> tickets.find(number, me).version()),
                        waitsFor,
                        body.reason(),
                        body.until(),
                        me,
                        now),
                me,
                now);
    }

    @DeleteMapping
    ResponseEntity<TicketJson> destroy(@PathVariable long number, IfMatch seen, Me me) {
        var now = clock.instant();
        return telling.ok(
                tickets.resume(
                        number, seen.version(() -> tickets.find(number, me).version()), me, now),
                me,
                now);
    }
}
