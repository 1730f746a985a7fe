package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Family;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Saying how a ticket was solved. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/resolution")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class ResolutionApi {
    private final Tickets tickets;
    private final Family family;
    private final Telling telling;
    private final InstantSource clock;

    ResolutionApi(Tickets tickets, Family family, Telling telling, InstantSource clock) {
        this.tickets = tickets;
        this.family = family;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * @param restoredAt when the user could work again; now when nobody says
     * @param children those of its children that are resolved with it, as far as the caller may
     */
    record Solution(
            @Nullable Outcome code,
            @Nullable Cause cause,
            @Nullable String solution,
            @Nullable Instant restoredAt,
            @Nullable List<Long> children) {
        List<Problem> missing() {
            var missing = new ArrayList<Problem>();
            if (code == null) missing.add(new Problem("code", "ticket.choose_one", List.of()));
            if (cause == null) missing.add(new Problem("cause", "ticket.choose_one", List.of()));
            if (solution == null || solution.isBlank())
                missing.add(new Problem("solution", "ticket.text_missing", List.of()));
            return missing;
        }
    }

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Solution body, IfMatch seen, Me me) {
        var now = clock.instant();
        var missing = body.missing();
        if (!missing.isEmpty()) throw Refused.invalid(missing);
        var resolved = tickets.resolve(
                number,
                seen.version(() -> tickets.find(number, me).version()),
                Objects.requireNonNull(body.code()),
                Objects.requireNonNull(body.cause()),
                body.solution(),
                body.restoredAt(),
                me,
                now);
        if (body.children() != null) {
            family.resolve(
                    number,
                    body.children(),
                    Objects.requireNonNull(body.code()),
                    Objects.requireNonNull(body.cause()),
                    body.solution(),
                    body.restoredAt(),
                    me,
                    now);
        }
        return telling.ok(resolved, me, now);
    }
}
