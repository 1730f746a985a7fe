package dev.qiao.ticket.effort.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.effort.Efforts;
import dev.qiao.ticket.effort.Efforts.Effort;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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

/** Time spent on a ticket, in minutes. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/effort")
@Needs(Permission.TICKET_WORK)
class EffortApi {
    private final Efforts efforts;
    private final Tickets tickets;
    private final InstantSource clock;

    EffortApi(Efforts efforts, Tickets tickets, InstantSource clock) {
        this.efforts = efforts;
        this.tickets = tickets;
        this.clock = clock;
    }

    record NewEffort(@Nullable Integer minutes, @Nullable String note) {}

    /** @param mine whether the caller spent it */
    record EffortJson(long id, int minutes, String note, Instant at, boolean mine) {
        static EffortJson of(Effort e, Me me) {
            return new EffortJson(e.id(), e.minutes(), e.note(), e.at(), e.person() == me.id());
        }
    }

    /** @param minutes of all together */
    record Spent(List<EffortJson> items, int minutes) {}

    @GetMapping
    Spent index(@PathVariable long number, Me me) {
        var all = efforts.of(tickets.find(number, me), me);
        var items = all.stream().map(e -> EffortJson.of(e, me)).toList();
        return new Spent(items, all.stream().mapToInt(Effort::minutes).sum());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EffortJson create(@PathVariable long number, @RequestBody NewEffort body, Me me) {
        if (body.minutes() == null) throw Refused.invalid("minutes", "ticket.effort.bounds", Efforts.MOST_MINUTES);
        var made = efforts.add(number, body.minutes(), body.note(), me, clock.instant());
        return EffortJson.of(made, me);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long number, @PathVariable long id, Me me) {
        efforts.remove(number, id, me, clock.instant());
    }
}
