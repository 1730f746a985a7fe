package dev.qiao.ticket.web.act;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.web.Faces;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which ticket somebody means whose number they type: shown before anything is done with it. */
@Controller
@Needs(Permission.TICKET_WORK)
class MeantController {
    private static final String NUMBER = "[1-9]\\d{0,17}";

    private final Tickets tickets;
    private final Faces faces;

    MeantController(Tickets tickets, Faces faces) {
        this.tickets = tickets;
        this.faces = faces;
    }

    /** @param other as typed; {@code into} means the same */
    @GetMapping("/tickets/meant")
    String show(
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String into,
            Me me,
            Page page,
            Model model) {
        var typed = other.isBlank() ? into.strip() : other.strip();
        model.addAttribute("typed", typed);
        if (!typed.matches(NUMBER)) return "ticket/web/act/meant";
        try {
            var ticket = tickets.find(Long.parseLong(typed), me);
            model.addAttribute("ticket", ticket);
            model.addAttribute(
                    "requester",
                    faces.of(List.of(ticket.matter().requester()), page)
                            .of(ticket.matter().requester()));
        } catch (Refused refused) {
            if (refused.status() != Refused.Status.NOT_FOUND) throw refused;
        }
        return "ticket/web/act/meant";
    }
}
