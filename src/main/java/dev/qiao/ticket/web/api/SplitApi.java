package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Etag;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.split.Splits;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Making words of a ticket another ticket, and bringing them back. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/split")
@Needs(Permission.TICKET_WORK)
class SplitApi {
    private final Splits splits;
    private final Telling telling;
    private final InstantSource clock;

    SplitApi(Splits splits, Telling telling, InstantSource clock) {
        this.splits = splits;
        this.telling = telling;
        this.clock = clock;
    }

    /** @param comments ids of words on this ticket, at most 100 */
    record Words(@Nullable String title, @Nullable List<Long> comments) {}

    /** Answers with the new ticket. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Words body, Me me) {
        var now = clock.instant();
        var words = Objects.requireNonNullElse(body.comments(), List.<Long>of());
        var fresh = splits.split(number, body.title(), words, me, now);
        return ResponseEntity.created(URI.create("/api/v1/tickets/" + fresh.number()))
                .eTag(Etag.of(fresh.version()))
                .body(telling.of(fresh, me, now));
    }

    /** Of the ticket that was split off; answers with the one to which its words came back. */
    @DeleteMapping
    ResponseEntity<TicketJson> destroy(@PathVariable long number, Me me) {
        var now = clock.instant();
        return telling.ok(splits.unsplit(number, me, now), me, now);
    }
}
