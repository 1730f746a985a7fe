package dev.qiao.ticket.checklist.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.checklist.Checklist;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Arrays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The points of a ticket's checklist. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/checklist")
@Needs(Permission.TICKET_WORK)
class ChecklistController {
    private final Checklist checklist;
    private final Tickets tickets;
    private final InstantSource clock;

    ChecklistController(Checklist checklist, Tickets tickets, InstantSource clock) {
        this.checklist = checklist;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        return "ticket/checklist/web/new";
    }

    @PostMapping
    String create(@PathVariable long number, @RequestParam(defaultValue = "") String text, Me me) {
        var lines = Arrays.stream(text.split("\n"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        checklist.add(number, lines, me, clock.instant());
        return "redirect:/tickets/" + number;
    }

    /** Without {@code done} the tick is taken away. */
    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long number,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean done,
            Me me) {
        checklist.tick(number, id, done, me, clock.instant());
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping("/{id:\\d+}")
    String destroy(@PathVariable long number, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        checklist.remove(number, id, me, clock.instant());
        Toast.of(page.t("ticket.check.removed"))
                .undo("POST", "/tickets/" + number + "/checklist/" + id + "/restoration")
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
