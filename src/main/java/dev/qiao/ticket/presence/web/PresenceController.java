package dev.qiao.ticket.presence.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.presence.Presences;
import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** That a page shows a ticket, and who else looks at it. */
@Needs
@Controller
@RequestMapping("/tickets/{number:\\d+}/presence")
class PresenceController {
    private final Tickets tickets;
    private final Presences presences;
    private final Company company;
    private final InstantSource clock;

    PresenceController(Tickets tickets, Presences presences, Company company, InstantSource clock) {
        this.tickets = tickets;
        this.presences = presences;
        this.company = company;
        this.clock = clock;
    }

    /** @param row as a line of a list shows it */
    @GetMapping
    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
    String show(
            @PathVariable long number,
            @RequestParam(defaultValue = "false") boolean row,
            Me me,
            Page page,
            Model model) {
        model.addAttribute("here", company.of(tickets.find(number, me).number(), page));
        return row ? "ticket/presence/web/row" : "ticket/presence/web/here";
    }

    /** Answers with who else is there, so that no page is wrong for long. */
    @PutMapping
    String update(
            @PathVariable long number,
            @RequestParam UUID page,
            @RequestParam(defaultValue = "false") boolean typing,
            Me me,
            Page frame,
            Model model) {
        presences.note(number, page, typing, me, clock.instant());
        model.addAttribute("here", company.of(number, frame));
        return "ticket/presence/web/here";
    }

    @DeleteMapping
    ResponseEntity<Void> destroy(@RequestParam UUID page, Me me) {
        presences.leave(page, me);
        return ResponseEntity.noContent().build();
    }
}
