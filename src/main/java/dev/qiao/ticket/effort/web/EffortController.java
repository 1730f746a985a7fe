package dev.qiao.ticket.effort.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.effort.Efforts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
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

/** Writing down how much time one spent. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/effort")
@Needs(Permission.TICKET_WORK)
class EffortController {
    private final Efforts efforts;
    private final Tickets tickets;
    private final InstantSource clock;

    EffortController(Efforts efforts, Tickets tickets, InstantSource clock) {
        this.efforts = efforts;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        return "ticket/effort/web/new";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Integer minutes,
            @RequestParam(required = false) @Nullable String note,
            Me me,
            Page page,
            HttpServletResponse response) {
        if (minutes == null) throw Refused.invalid("minutes", "ticket.effort.bounds", Efforts.MOST_MINUTES);
        var made = efforts.add(number, minutes, note, me, clock.instant());
        Toast.of(page.t("ticket.effort.done", page.duration(Duration.ofMinutes(minutes))))
                .undo("DELETE", "/tickets/" + number + "/effort/" + made.id())
                .on(response);
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping("/{id:\\d+}")
    String destroy(@PathVariable long number, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        efforts.remove(number, id, me, clock.instant());
        Toast.of(page.t("ticket.effort.removed"))
                .undo("POST", "/tickets/" + number + "/effort/" + id + "/restoration")
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
