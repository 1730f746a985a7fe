package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Batched;
import dev.qiao.base.api.Idempotency;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Patch;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Answering;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Mark;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Answers;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.merge.Restricting;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.web.References;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tickets: list, open, read, change. */
@RestController
@RequestMapping("/api/v1/tickets")
@Needs({Permission.REQUEST, Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class TicketApi {
    private final Tickets tickets;
    private final Answers answers;
    private final Forms forms;
    private final Queue queue;
    private final References references;
    private final Lenses lenses;
    private final Telling telling;
    private final Restricting restricting;
    private final InstantSource clock;

    TicketApi(
            Tickets tickets,
            Answers answers,
            Forms forms,
            Queue queue,
            References references,
            Lenses lenses,
            Telling telling,
            Restricting restricting,
            InstantSource clock) {
        this.tickets = tickets;
        this.answers = answers;
        this.forms = forms;
        this.queue = queue;
        this.references = references;
        this.lenses = lenses;
        this.telling = telling;
        this.restricting = restricting;
        this.clock = clock;
    }

    /** Open work in the order of promises; with {@code stage}, {@code q} or {@code view=all} also what is done, the newest first. */
    @GetMapping
    Slice<TicketJson> index(ListQuery query, Paging paging, Me me) {
        var now = clock.instant();
        var filter = query.filter(references, lenses, me);
        var list = filter.open() && filter.words() == null ? "tickets.due" : "tickets.newest";
        var after = paging.after(list);
        var mark = after == null ? null : new Mark(after.instantOrNull(1), after.number(0));
        var page = queue.list(filter, mark, paging.limit(), me, now);
        var next = page.next() == null
                ? null
                : Keyset.of(list, page.next().number(), page.next().at());
        return new Slice<>(telling.of(page.items(), me, now), next);
    }

    @PostMapping
    @Batched
    @ApiResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TicketJson.class)))
    ResponseEntity<byte[]> create(@RequestBody NewTicket body, HttpServletRequest request, Me me) {
        var key = Idempotency.of(request).orElse(null);
        var now = clock.instant();
        var draft = body.draft(key == null ? UUID.randomUUID() : key.draft(), references, forms, me, now);
        return tickets.open(draft, new Answering(key, telling::answers), now).entity();
    }

    @GetMapping("/{number}")
    ResponseEntity<TicketJson> show(@PathVariable long number, Me me) {
        return telling.ok(tickets.find(number, me), me, clock.instant());
    }

    /** Takes a JSON merge patch (RFC 7396): what is missing stays, null takes away. */
    @PatchMapping("/{number}")
    ResponseEntity<TicketJson> update(@PathVariable long number, @RequestBody Patch patch, IfMatch seen, Me me) {
        var change = TicketPatch.of(patch, references);
        var now = clock.instant();
        if (patch.hasOnly("restricted") && restricting.concerns(number)) {
            boolean restricted = patch.value("restricted", Boolean.class, true);
            var version = seen.version(() -> tickets.find(number, me).version());
            return telling.ok(restricting.restrict(number, version, restricted, me, now), me, now);
        }
        var given = TicketPatch.fields(patch);
        return telling.ok(
                answers.edit(number, seen.version(() -> tickets.find(number, me).version()), change, given, me, now),
                me,
                now);
    }
}
