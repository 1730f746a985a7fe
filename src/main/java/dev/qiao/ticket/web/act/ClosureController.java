package dev.qiao.ticket.web.act;

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
import org.springframework.web.bind.annotation.RequestMapping;

/** Confirming that it works again, or taking back what nobody has begun. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/closure")
@Needs
class ClosureController {
    private final Tickets tickets;
    private final InstantSource clock;

    ClosureController(Tickets tickets, InstantSource clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        tickets.close(number, null, me, clock.instant());
        Toast.of(page.t("ticket.done.close", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
