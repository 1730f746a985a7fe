package dev.qiao.ticket.merge.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.merge.Merges;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Letting a ticket go on in another one, and taking it out again. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/merge")
@Needs(Permission.TICKET_WORK)
class MergeController {
    private final Merges merges;
    private final Tickets tickets;
    private final InstantSource clock;

    MergeController(Merges merges, Tickets tickets, InstantSource clock) {
        this.merges = merges;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        return "ticket/merge/web/new";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Long into,
            Me me,
            Page page,
            HttpServletResponse response) {
        if (into == null) throw Refused.invalid("into", "ticket.merge.which");
        merges.merge(number, into, me, clock.instant());
        Toast.of(page.t("ticket.merge.done", number, into))
                .undo("DELETE", "/tickets/" + number + "/merge")
                .on(response);
        return "redirect:/tickets/" + into;
    }

    @DeleteMapping
    String destroy(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        var into = merges.into(List.of(number)).get(number);
        merges.unmerge(number, me, clock.instant());
        Toast.of(page.t("ticket.merge.undone", number))
                .undo("POST", "/tickets/" + number + "/merge?into=" + into)
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
