package dev.qiao.ticket.bulk.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Problems;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.bulk.Bulk;
import dev.qiao.ticket.bulk.Bulk.Fate;
import dev.qiao.ticket.bulk.Bulk.Item;
import dev.qiao.ticket.bulk.Bulks;
import dev.qiao.ticket.deed.Deed;
import dev.qiao.ticket.deed.Order;
import dev.qiao.ticket.web.References;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One act on many tickets, done in the background. */
@RestController
@RequestMapping("/api/v1/bulk")
@Needs(Permission.TICKET_WORK)
class BulkApi {
    private final Bulks bulks;
    private final References references;
    private final Problems problems;
    private final InstantSource clock;

    BulkApi(Bulks bulks, References references, Problems problems, InstantSource clock) {
        this.bulks = bulks;
        this.references = references;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * @param tickets numbers, at most 10,000
     * @param team its code
     * @param person their login
     * @param text of a solution, a reply or a note
     */
    record NewBulk(
            @Nullable Deed act,
            @Nullable List<Long> tickets,
            @Nullable String team,
            @Nullable String person,
            @Nullable String reason,
            @Nullable String text,
            @Nullable HoldFor waitsFor,
            @Nullable Instant until,
            @Nullable Outcome code,
            @Nullable Cause cause,
            @Nullable Priority priority,
            @Nullable List<String> tags) {}

    /** @param state running, ended or cancelled */
    record BulkJson(
            long id,
            Deed act,
            String state,
            int total,
            int done,
            int unchanged,
            int refused,
            int takenBack,
            int waiting,
            @Nullable Long undoes,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * @param outcome null: not yet, or left out because the whole was cancelled
     * @param detail why it was refused, in the caller's language
     */
    record ItemJson(
            long ticket,
            @Nullable Fate outcome,
            @Nullable String code,
            @Nullable String detail) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<BulkJson> create(@RequestBody NewBulk body, Me me) {
        if (body.act() == null) throw Refused.invalid("act", "ticket.choose_one");
        var order = Order.of(body.act())
                .to(references.team("team", body.team()), references.person("person", body.person()))
                .because(body.reason())
                .saying(body.text())
                .waiting(body.waitsFor(), body.until(), null)
                .ending(body.code(), body.cause())
                .weighing(body.priority())
                .tagging(Objects.requireNonNullElse(body.tags(), List.of()));
        var numbers = Objects.requireNonNullElse(body.tickets(), List.<Long>of());
        return made(bulks.start(order, numbers, me, clock.instant()));
    }

    @GetMapping("/{id}")
    BulkJson show(@PathVariable long id, Me me) {
        return json(bulks.find(id, me));
    }

    /** What became of each ticket, in the order in which they were given; with {@code outcome} only those of which that is so. */
    @GetMapping("/{id}/items")
    Slice<ItemJson> index(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Fate outcome,
            Paging paging,
            HttpServletRequest request,
            Me me) {
        var lang = problems.language(request);
        var after = paging.after("bulk");
        int place = after == null ? 0 : Math.toIntExact(after.number(0));
        var items = bulks.items(bulks.find(id, me), outcome, place, paging.limit() + 1);
        return Slice.of(items, paging.limit(), last -> Keyset.of("bulk", (long) last.place()))
                .map(item -> json(item, lang));
    }

    /** Cancels what is left to do. */
    @DeleteMapping("/{id}")
    BulkJson destroy(@PathVariable long id, Me me) {
        return json(bulks.cancel(id, me, clock.instant()));
    }

    private ResponseEntity<BulkJson> made(Bulk bulk) {
        return ResponseEntity.created(URI.create("/api/v1/bulk/" + bulk.id())).body(json(bulk));
    }

    private BulkJson json(Bulk bulk) {
        var p = bulks.progress(bulk);
        var state = bulk.running() ? "running" : bulk.cancelledAt() != null ? "cancelled" : "ended";
        return new BulkJson(
                bulk.id(),
                bulk.order().deed(),
                state,
                bulk.total(),
                p.done(),
                p.unchanged(),
                p.refused(),
                p.takenBack(),
                p.waiting(),
                bulk.undoes(),
                bulk.at(),
                bulk.endedAt());
    }

    private static ItemJson json(Item item, Lang lang) {
        var problem = item.problem();
        var detail = problem == null ? null : lang.t(problem, item.arguments());
        return new ItemJson(item.number(), item.fate() == Fate.LEFT ? null : item.fate(), problem, detail);
    }
}
