package dev.qiao.ticket.followup.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.followup.FollowUp;
import dev.qiao.ticket.followup.FollowUps;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When a ticket comes back to the caller. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/follow-up")
@Needs(Permission.TICKET_WORK)
class FollowUpApi {
    private final FollowUps followUps;
    private final Tickets tickets;
    private final InstantSource clock;

    FollowUpApi(FollowUps followUps, Tickets tickets, InstantSource clock) {
        this.followUps = followUps;
        this.tickets = tickets;
        this.clock = clock;
    }

    record Wanted(@Nullable Instant at, @Nullable String note) {}

    /** @param due whether its moment has come */
    record FollowUpJson(Instant at, String note, boolean due) {
        static FollowUpJson of(FollowUp f) {
            return new FollowUpJson(f.at(), f.note(), f.told());
        }
    }

    @GetMapping
    FollowUpJson show(@PathVariable long number, Me me) {
        return told(tickets.find(number, me).number(), me);
    }

    @PutMapping
    FollowUpJson update(@PathVariable long number, @RequestBody Wanted body, Me me) {
        followUps.set(number, body.at(), body.note(), me, clock.instant());
        return told(number, me);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long number, Me me) {
        followUps.remove(number, me, clock.instant());
    }

    private FollowUpJson told(long number, Me me) {
        return followUps
                .of(number, me)
                .map(FollowUpJson::of)
                .orElseThrow(() -> Refused.notFound("ticket.follow_up.none"));
    }
}
