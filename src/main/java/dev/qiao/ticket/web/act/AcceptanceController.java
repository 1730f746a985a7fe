package dev.qiao.ticket.web.act;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Accepting a ticket, and handing it back. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/acceptance")
@Needs(Permission.TICKET_WORK)
class AcceptanceController {
    private final Tickets tickets;
    private final InstantSource clock;

    AcceptanceController(Tickets tickets, InstantSource clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        tickets.accept(number, null, me, clock.instant());
        Toast.of(page.t("ticket.done.accept", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping
    String destroy(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        tickets.handBack(number, null, null, me, clock.instant());
        Toast.of(page.t("ticket.done.hand_back", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
