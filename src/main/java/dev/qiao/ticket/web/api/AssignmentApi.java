package dev.qiao.ticket.web.api;

import dev.qiao.base.Me;
import dev.qiao.base.Objections;
import dev.qiao.base.Permission;
import dev.qiao.base.api.IfMatch;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Texts;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.web.References;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assigning a ticket, or handing it over. */
@RestController
@RequestMapping("/api/v1/tickets/{number}/assignment")
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class AssignmentApi {
    private final Tickets tickets;
    private final Telling telling;
    private final References references;
    private final InstantSource clock;

    AssignmentApi(Tickets tickets, Telling telling, References references, InstantSource clock) {
        this.tickets = tickets;
        this.telling = telling;
        this.references = references;
        this.clock = clock;
    }

    /** A team by its code, a person by the login; a reason where it is handed over. */
    record Assignment(
            @Nullable String team,
            @Nullable String person,
            @Nullable String reason) {}

    @PostMapping
    ResponseEntity<TicketJson> create(@PathVariable long number, @RequestBody Assignment body, IfMatch seen, Me me) {
        var now = clock.instant();
        var wrong = new Objections();
        var team = wrong.read(() -> references.team("team", body.team()));
        var person = wrong.read(() -> references.person("person", body.person()));
        wrong.read(() -> Texts.body("reason", body.reason()));
        wrong.raise();
        return telling.ok(
                tickets.assign(
                        number,
                        seen.version(() -> tickets.find(number, me).version()),
                        team,
                        person,
                        body.reason(),
                        me,
                        now),
                me,
                now);
    }
}
