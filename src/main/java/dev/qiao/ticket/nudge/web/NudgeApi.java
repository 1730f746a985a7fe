package dev.qiao.ticket.nudge.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.nudge.Nudge;
import dev.qiao.ticket.nudge.Nudges;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asking to be quicker: once an hour for each person and ticket. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/nudges")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class NudgeApi {
    private final Nudges nudges;
    private final Tickets tickets;
    private final InstantSource clock;

    NudgeApi(Nudges nudges, Tickets tickets, InstantSource clock) {
        this.nudges = nudges;
        this.tickets = tickets;
        this.clock = clock;
    }

    record Words(@Nullable String reason) {}

    /** @param count how often by now */
    record Nudged(int count) {}

    record NudgeJson(long id, Instant at) {}

    /** The newest first, at most 200. */
    @GetMapping
    Slice<NudgeJson> index(@PathVariable long number, Paging paging, Me me) {
        var found = nudges.of(tickets.find(number, me)).stream()
                .map((Nudge n) -> new NudgeJson(n.id(), n.at()))
                .toList();
        return paging.of(found, "nudges");
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Nudged create(@PathVariable long number, @RequestBody(required = false) @Nullable Words body, Me me) {
        var reason = body == null ? null : body.reason();
        return new Nudged(nudges.nudge(number, reason, me, clock.instant()));
    }
}
