package dev.qiao.ticket.web.act;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.web.Fields;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Holding a ticket, and going on with it. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/hold")
@Needs(Permission.TICKET_WORK)
class HoldController {
    private final Tickets tickets;
    private final InstantSource clock;

    HoldController(Tickets tickets, InstantSource clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Page page, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        model.addAttribute("parties", Fields.words("ticket.hold_for.", HoldFor.values(), page));
        model.addAttribute("until", tomorrow(page).toString());
        return "ticket/web/act/hold";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(name = "for", defaultValue = "other") String waitsFor,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(required = false) @Nullable String until,
            Me me,
            Page page,
            HttpServletResponse response) {
        var party = Coded.of(HoldFor.class, "for", waitsFor);
        tickets.hold(number, null, party, reason, Fields.moment("until", until, me.zone()), me, clock.instant());
        Toast.of(page.t("ticket.done.hold", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping
    String destroy(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        tickets.resume(number, null, me, clock.instant());
        Toast.of(page.t("ticket.done.resume", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }

    /** When most begin to work. */
    private static LocalDateTime tomorrow(Page page) {
        return page.now().atZone(page.reader().zone()).toLocalDate().plusDays(1).atTime(9, 0);
    }
}
