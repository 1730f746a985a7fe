package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.bulk.Bulks;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Taking a bulk act back, within a day of its end. */
@RestController
@RequestMapping("/api/v1/bulk/{id}/reversal")
@Needs(Permission.TICKET_WORK)
class ReversalApi {
    /** @param id of the bulk act that takes the other back */
    record ReversalJson(long id, int total) {}

    private final Bulks bulks;
    private final InstantSource clock;

    ReversalApi(Bulks bulks, InstantSource clock) {
        this.bulks = bulks;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReversalJson> create(@PathVariable long id, Me me) {
        var reversal = bulks.reverse(id, me, clock.instant());
        return ResponseEntity.created(URI.create("/api/v1/bulk/" + reversal.id()))
                .body(new ReversalJson(reversal.id(), reversal.total()));
    }
}
