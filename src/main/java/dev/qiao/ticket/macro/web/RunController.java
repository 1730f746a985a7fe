package dev.qiao.ticket.macro.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.macro.Macros;
import dev.qiao.ticket.undo.Undos;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Doing a macro on a ticket: all of it or nothing. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/macros")
@Needs(Permission.TICKET_WORK)
class RunController {
    private final Macros macros;
    private final Undos undos;
    private final Tickets tickets;
    private final InstantSource clock;

    RunController(Macros macros, Undos undos, Tickets tickets, InstantSource clock) {
        this.macros = macros;
        this.undos = undos;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        model.addAttribute("macros", macros.usable(me));
        return "ticket/macro/web/run";
    }

    @PostMapping("/{id:\\d+}")
    String create(@PathVariable long number, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        var now = clock.instant();
        var ticket = macros.run(id, number, me, now);
        var toast = Toast.of(page.t("ticket.macro.done", macros.find(id, me).name(), number));
        var undo = undos.of(ticket, me, now);
        (undo.isEmpty() ? toast : toast.undo("POST", "/tickets/" + number + "/undo")).on(response);
        return "redirect:/tickets/" + number;
    }
}
