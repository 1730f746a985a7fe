package dev.qiao.ticket.web.act;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sending back what is not solved after all. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/reopening")
@Needs
class ReopeningController {
    private final Tickets tickets;
    private final InstantSource clock;

    ReopeningController(Tickets tickets, InstantSource clock) {
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        return "ticket/web/act/reopening";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String reason,
            Me me,
            Page page,
            HttpServletResponse response) {
        tickets.reopen(number, null, reason, me, clock.instant());
        Toast.of(page.t("ticket.done.reopen", number))
                .undo("POST", "/tickets/" + number + "/undo")
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
