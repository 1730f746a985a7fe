package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letting a ticket go on in another one, and taking it out again. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/merge")
@Needs(Permission.TICKET_WORK)
class MergeApi {
    private final Merges merges;
    private final Tickets tickets;
    private final Telling telling;
    private final InstantSource clock;

    MergeApi(Merges merges, Tickets tickets, Telling telling, InstantSource clock) {
        this.merges = merges;
        this.tickets = tickets;
        this.telling = telling;
        this.clock = clock;
    }

    record Into(@Nullable Long into) {}

    /** Answers with the merged ticket; its {@code mergedInto} says where it goes on. */
    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Into body, Me me) {
        if (body.into() == null) throw Refused.invalid("into", "ticket.merge.which");
        var now = clock.instant();
        merges.merge(number, body.into(), me, now);
        return telling.ok(tickets.find(number, me), me, now);
    }

    @DeleteMapping
    ResponseEntity<TicketJson> destroy(@PathVariable long number, Me me) {
        var now = clock.instant();
        return telling.ok(merges.unmerge(number, me, now), me, now);
    }
}
