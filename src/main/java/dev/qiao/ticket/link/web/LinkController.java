package dev.qiao.ticket.link.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.link.Links;
import dev.qiao.ticket.link.Relation;
import dev.qiao.ticket.web.Fields;
import jakarta.servlet.http.HttpServletResponse;
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

/** Linking a ticket with another, and no longer. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/links")
@Needs(Permission.TICKET_WORK)
class LinkController {
    private final Links links;
    private final Tickets tickets;
    private final InstantSource clock;

    LinkController(Links links, Tickets tickets, InstantSource clock) {
        this.links = links;
        this.tickets = tickets;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Page page, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        model.addAttribute("relations", Fields.words("ticket.relation.", Relation.values(), page));
        return "ticket/link/web/new";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(defaultValue = "related") String relation,
            @RequestParam(required = false) @Nullable Long other,
            Me me,
            Page page,
            HttpServletResponse response) {
        if (other == null) throw Refused.invalid("other", "ticket.link.which");
        var link = links.add(number, Coded.of(Relation.class, "relation", relation), other, me, clock.instant());
        Toast.of(page.t("ticket.link.done", number, other))
                .undo("DELETE", "/tickets/" + number + "/links/" + link.id())
                .on(response);
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping("/{id:\\d+}")
    String destroy(@PathVariable long number, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        var link = links.remove(number, id, me, clock.instant());
        var again = "/tickets/" + number + "/links?relation=" + link.relation().code() + "&other=" + link.other();
        Toast.of(page.t("ticket.link.undone", number, link.other()))
                .undo("POST", again)
                .on(response);
        return "redirect:/tickets/" + number;
    }
}
