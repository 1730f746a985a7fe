package dev.qiao.ticket.split.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.split.Splits;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making words of a ticket another ticket, and bringing them back. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/split")
@Needs(Permission.TICKET_WORK)
class SplitController {
    private final Splits splits;
    private final Tickets tickets;
    private final Earlier earlier;
    private final InstantSource clock;

    SplitController(Splits splits, Tickets tickets, Earlier earlier, InstantSource clock) {
        this.splits = splits;
        this.tickets = tickets;
        this.earlier = earlier;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Page page, Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        model.addAttribute("stretch", earlier.newest(number, page));
        return "ticket/split/web/new";
    }

    /** What was said before this comment, for the same form. */
    @GetMapping
    String index(
            @PathVariable long number,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "0") int many,
            Me me,
            Page page,
            Model model) {
        model.addAttribute("number", tickets.find(number, me).number());
        model.addAttribute("stretch", earlier.before(number, before, many, page));
        return "ticket/split/web/lines";
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String title,
            @RequestParam(name = "comment", required = false) @Nullable List<Long> comments,
            Me me,
            Page page,
            HttpServletResponse response) {
        var fresh = splits.split(number, title, Objects.requireNonNullElse(comments, List.of()), me, clock.instant());
        Toast.of(page.t("ticket.split.done", number, fresh.number()))
                .undo("DELETE", "/tickets/" + fresh.number() + "/split")
                .on(response);
        return "redirect:/tickets/" + fresh.number();
    }

    @DeleteMapping
    String destroy(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        var home = splits.unsplit(number, me, clock.instant());
        Toast.of(page.t("ticket.split.undone", number, home.number())).on(response);
        return "redirect:/tickets/" + home.number();
    }
}
