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

/** Confirming that it works again, or taking back what nobody has begun. */
@Controller
@Needs
class ClosureController {
    private final Tickets tickets;
    private final InstantSource clock;

    ClosureController(Tickets tickets, InstantSource clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @PostMapping("/my/{number:\\d+}/closure")
    String create(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        var closed = tickets.close(number, null, me, clock.instant());
        boolean solved = closed.times().resolvedAt() != null;
        Toast.of(page.t(solved ? "ticket.help_confirmed" : "ticket.help_cancelled"))
                .on(response);
        return "redirect:/my/" + number;
    }
}
