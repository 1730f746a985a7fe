package dev.qiao.ticket.similar.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.similar.Similar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What is open already and nearly the same: while somebody writes a title, and beside a ticket. */
@Controller
@Needs
class SimilarController {
    private final Similar similar;
    private final Tickets tickets;

    SimilarController(Similar similar, Tickets tickets) {
        this.similar = similar;
        this.tickets = tickets;
    }

    /** A requester writes words, the desk a title. */
    @GetMapping("/similar")
    String index(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            Me me,
            Model model) {
        model.addAttribute("alike", similar.to(title.isBlank() ? words : title, 0, me));
        model.addAttribute("desk", me.worksHere());
        model.addAttribute("writing", true);
        return "ticket/similar/web/list";
    }

    @GetMapping("/tickets/{number:\\d+}/similar")
    String show(@PathVariable long number, Me me, Model model) {
        var ticket = tickets.find(number, me);
        model.addAttribute("alike", similar.to(ticket.matter().title(), number, me));
        model.addAttribute("desk", me.worksHere());
        model.addAttribute("writing", false);
        return "ticket/similar/web/list";
    }
}
