package dev.qiao.ticket.canned.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.canned.Placeholders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The canned replies as they read on a ticket, to be put into what one is writing there. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/canned")
@Needs(Permission.TICKET_WORK)
class UseController {
    private final Canneds canneds;
    private final Placeholders placeholders;
    private final Tickets tickets;

    UseController(Canneds canneds, Placeholders placeholders, Tickets tickets) {
        this.canneds = canneds;
        this.placeholders = placeholders;
        this.tickets = tickets;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        var ticket = tickets.find(number, me);
        model.addAttribute(
                "choices",
                canneds.usable(me).stream()
                        .map(c -> new Ready(c.name(), placeholders.fill(c.body(), ticket, me)))
                        .toList());
        return "ticket/canned/web/use";
    }
}
