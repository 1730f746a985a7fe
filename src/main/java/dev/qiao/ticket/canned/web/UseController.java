package dev.qiao.ticket.canned.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.canned.Placeholders;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A canned reply on a ticket: chosen, seen as it will read, changed where one likes, and sent as any reply. */
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

    /** With {@code canned} its text is filled in. */
    @GetMapping("/new")
    String form(@PathVariable long number, @RequestParam(required = false) @Nullable Long canned, Me me, Model model) {
        var ticket = tickets.find(number, me);
        var usable = canneds.usable(me);
        model.addAttribute("number", number);
        model.addAttribute(
                "choices",
                usable.stream()
                        .map(c -> new Choice(Long.toString(c.id()), c.name()))
                        .toList());
        model.addAttribute("chosen", canned == null ? "" : canned.toString());
        model.addAttribute(
                "text",
                canned == null ? "" : placeholders.fill(canneds.find(canned, me).body(), ticket, me));
        return "ticket/canned/web/use";
    }
}
