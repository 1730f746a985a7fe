package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sending back what is not solved after all. */
@Controller
@Needs
class ReopeningController {
    private final Tickets tickets;
    private final InstantSource clock;

    ReopeningController(Tickets tickets, InstantSource clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @PostMapping("/my/{number:\\d+}/reopening")
    String create(
            @PathVariable long number,
            @RequestParam(defaultValue = "") String reason,
            Me me,
            Page page,
            HttpServletResponse response) {
        tickets.reopen(number, null, reason, me, clock.instant());
        Toast.of(page.t("ticket.help_sent_back")).on(response);
        return "redirect:/my/" + number;
    }
}
