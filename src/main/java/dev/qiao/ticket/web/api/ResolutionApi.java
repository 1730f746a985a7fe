package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Resolution;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Family;
import java.time.Instant;
import java.time.InstantSource;
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
        /** Errors: invalid, naming all that is missing or wrong. */
        void check(Instant now) {
            var wrong = new Objections();
            wrong.read(() -> chosen("code", code));
            wrong.read(() -> chosen("cause", cause));
            wrong.read(() -> Texts.words("solution", solution, Texts.BODY));
            wrong.read(() -> Resolution.past(restoredAt, now));
            wrong.raise();
        }

        private static <T> T chosen(String field, @Nullable T word) {
            if (word == null) throw Refused.invalid(field, "ticket.choose_one");
            return word;
        }
    }

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Solution body, IfMatch seen, Me me) {
        var now = clock.instant();
        body.check(now);
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
