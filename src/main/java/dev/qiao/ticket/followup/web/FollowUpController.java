package dev.qiao.ticket.followup.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.followup.FollowUps;
import dev.qiao.ticket.web.Fields;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Wanting to look at a ticket again. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/follow-up")
@Needs(Permission.TICKET_WORK)
class FollowUpController {
    private final FollowUps followUps;
    private final Tickets tickets;
    private final InstantSource clock;

    FollowUpController(FollowUps followUps, Tickets tickets, InstantSource clock) {
        this.followUps = followUps;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        return "ticket/followup/web/new";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String at,
            @RequestParam(required = false) @Nullable String note,
            Me me,
            Page page,
            HttpServletResponse response) {
        followUps.set(number, Fields.moment("at", at, me.zone()), note, me, clock.instant());
        Toast.of(page.t("ticket.follow_up.done", number))
                .undo("DELETE", "/tickets/" + number + "/follow-up")
                .on(response);
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping
    String destroy(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        followUps.remove(number, me, clock.instant());
        Toast.of(page.t("ticket.follow_up.removed", number))
                .undo("POST", "/tickets/" + number + "/follow-up/restoration")
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
