package dev.qiao.ticket.canned.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.canned.Placeholders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Canned replies that the caller can use, as they read for one ticket. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/canned")
@Needs(Permission.TICKET_WORK)
class CannedApi {
    private final Canneds canneds;
    private final Placeholders placeholders;
    private final Tickets tickets;

    CannedApi(Canneds canneds, Placeholders placeholders, Tickets tickets) {
        this.canneds = canneds;
        this.placeholders = placeholders;
        this.tickets = tickets;
    }

    /** @param text with everything filled in */
    record CannedJson(long id, String name, String text) {}

    @GetMapping
    Slice<CannedJson> index(@PathVariable long number, Paging paging, Me me) {
        var ticket = tickets.find(number, me);
        var all = canneds.usable(me).stream()
                .map(c -> new CannedJson(c.id(), c.name(), placeholders.fill(c.body(), ticket, me)))
                .toList();
        return paging.of(all, "canned");
    }
}
