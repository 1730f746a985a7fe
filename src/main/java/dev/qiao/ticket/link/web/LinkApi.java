package dev.qiao.ticket.link.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Links;
import dev.qiao.ticket.link.Links.Linked;
import dev.qiao.ticket.link.Relation;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a ticket stands to others. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/links")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class LinkApi {
    private final Links links;
    private final Tickets tickets;
    private final InstantSource clock;

    LinkApi(Links links, Tickets tickets, InstantSource clock) {
        this.links = links;
        this.tickets = tickets;
        this.clock = clock;
    }

    record NewLink(@Nullable Relation relation, @Nullable Long other) {}

    /** @param relation how the ticket in the address stands to the other */
    record LinkJson(long id, Relation relation, long other, Instant at) {}

    /** Those whose other end the caller sees too; never more than 200, so there is no further page. */
    @GetMapping
    Slice<LinkJson> index(@PathVariable long number, Paging paging, Me me) {
        var found = links.of(tickets.find(number, me), me).stream()
                .map(Linked::link)
                .map(l -> new LinkJson(l.id(), l.relation(), l.other(), l.at()))
                .toList();
        return paging.of(found, "links");
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LinkJson create(@PathVariable long number, @RequestBody NewLink body, Me me) {
        if (body.other() == null) throw Refused.invalid("other", "ticket.link.which");
        if (body.relation() == null) throw Refused.invalid("relation", "ticket.choose_one");
        var link = links.add(number, body.relation(), body.other(), me, clock.instant());
        return new LinkJson(link.id(), link.relation(), link.other(), link.at());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long number, @PathVariable long id, Me me) {
        links.remove(number, id, me, clock.instant());
    }
}
