package dev.qiao.ticket.split.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.split.Splits;
import dev.qiao.ticket.talk.Stretch;
import dev.qiao.ticket.web.Faces;
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
    private static final int SHOWN = 60;

    private final Splits splits;
    private final Tickets tickets;
    private final Conversation conversation;
    private final Faces faces;
    private final InstantSource clock;

    SplitController(Splits splits, Tickets tickets, Conversation conversation, Faces faces, InstantSource clock) {
        this.splits = splits;
        this.tickets = tickets;
        this.conversation = conversation;
        this.faces = faces;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Page page, Model model) {
        var ticket = tickets.find(number, me);
        var comments = conversation.newest(List.of(ticket.number()), Stretch.ALL, Splits.MOST, me);
        var album = faces.of(comments.stream().map(c -> c.author()).toList(), page);
        model.addAttribute("number", number);
        model.addAttribute(
                "comments",
                comments.stream()
                        .map(c -> new Choice(
                                Long.toString(c.id()),
                                page.t("ticket.split.line", album.name(c.author()), shortened(c.text()))))
                        .toList());
        return "ticket/split/web/new";
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

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
