package dev.qiao.ticket.checklist.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.checklist.Checklist;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is to be done on a ticket, point by point. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/checklist")
@Needs(Permission.TICKET_WORK)
class ChecklistApi {
    private final Checklist checklist;
    private final Tickets tickets;
    private final InstantSource clock;

    ChecklistApi(Checklist checklist, Tickets tickets, InstantSource clock) {
        this.checklist = checklist;
        this.tickets = tickets;
        this.clock = clock;
    }

    /** @param texts one for each point */
    record NewPoints(@Nullable List<String> texts) {}

    record Tick(@Nullable Boolean done) {}

    record PointJson(
            long id, String text, boolean done, @Nullable Instant doneAt) {
        static PointJson of(Checklist.Item item) {
            return new PointJson(item.id(), item.text(), item.done(), item.doneAt());
        }
    }

    @GetMapping
    Slice<PointJson> index(@PathVariable long number, Me me) {
        return points(number, me);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Slice<PointJson> create(@PathVariable long number, @RequestBody NewPoints body, Me me) {
        checklist.add(number, Objects.requireNonNullElse(body.texts(), List.of()), me, clock.instant());
        return points(number, me);
    }

    @PutMapping("/{id}")
    Slice<PointJson> update(@PathVariable long number, @PathVariable long id, @RequestBody Tick body, Me me) {
        checklist.tick(number, id, Boolean.TRUE.equals(body.done()), me, clock.instant());
        return points(number, me);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void destroy(@PathVariable long number, @PathVariable long id, Me me) {
        tickets.find(number, me);
        checklist.remove(number, id, me, clock.instant());
    }

    private Slice<PointJson> points(long number, Me me) {
        return new Slice<>(
                checklist.of(tickets.find(number, me), me).stream()
                        .map(PointJson::of)
                        .toList(),
                null);
    }
}
