package dev.qiao.ticket.named.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.named.Named;
import dev.qiao.ticket.web.References;
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

/** Naming somebody who may see a restricted ticket, and no longer. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/named")
@Needs(Permission.TICKET_WORK)
class NamedController {
    private final Named named;
    private final Tickets tickets;
    private final References references;
    private final InstantSource clock;

    NamedController(Named named, Tickets tickets, References references, InstantSource clock) {
        this.named = named;
        this.tickets = tickets;
        this.references = references;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        return "ticket/named/web/new";
    }

    @PostMapping
    String create(@PathVariable long number, @RequestParam(required = false) @Nullable String person, Me me) {
        var id = references.somebody("person", person, me);
        if (id == null) throw Refused.invalid("person", "ticket.named.whom");
        named.add(number, id, me, clock.instant());
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping("/{id:\\d+}")
    String destroy(@PathVariable long number, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        named.remove(number, id, me, clock.instant());
        Toast.of(page.t("ticket.named.removed", number))
                .undo("POST", "/tickets/" + number + "/named?person=" + id)
                .on(response);
        return "redirect:" + (me.id() == id ? "/tickets" : "/tickets/" + number);
    }
}
