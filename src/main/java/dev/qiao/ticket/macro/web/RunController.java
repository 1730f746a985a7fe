package dev.qiao.ticket.macro.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Conversation.Comment;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.macro.Macros;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.talk.Stretch;
import dev.qiao.ticket.undo.Undos;
import dev.qiao.ticket.web.Utterance.Say;
import dev.qiao.ticket.web.crossing.Crossings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Doing a macro on a ticket: all of it or nothing. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/macros")
@Needs(Permission.TICKET_WORK)
class RunController {
    private static final int LAST = 50;

    private final Macros macros;
    private final Undos undos;
    private final Tickets tickets;
    private final Conversation conversation;
    private final Merges merges;
    private final Crossings crossings;
    private final InstantSource clock;

    RunController(
            Macros macros,
            Undos undos,
            Tickets tickets,
            Conversation conversation,
            Merges merges,
            Crossings crossings,
            InstantSource clock) {
        this.macros = macros;
        this.undos = undos;
        this.tickets = tickets;
        this.conversation = conversation;
        this.merges = merges;
        this.crossings = crossings;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable long number, Me me, Model model) {
        var ticket = tickets.find(number, me);
        model.addAttribute("number", ticket.number());
        var said = conversation.newest(merges.read(ticket, me), Stretch.ALL, LAST, me);
        model.addAttribute("seen", said.stream().mapToLong(Comment::id).max().orElse(0));
        model.addAttribute("macros", macros.usable(me));
        return "ticket/macro/web/run";
    }

    /** @param seen the newest comment that was there when this was offered */
    @PostMapping("/{id:\\d+}")
    String create(
            @PathVariable long number,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long seen,
            Me me,
            Page page,
            Model model,
            HttpServletResponse response) {
        var now = clock.instant();
        var macro = macros.find(id, me);
        var crossed = macro.replies() ? crossings.of(tickets.find(number, me), seen, page) : List.<Say>of();
        if (!crossed.isEmpty()) return Crossings.tell(crossed, "/tickets/" + number + "/macros/" + id, model, response);
        var ticket = macros.run(id, number, seen, me, now);
        var toast = Toast.of(page.t("ticket.macro.done", macro.name(), number));
        var undo = undos.of(ticket, me, now);
        (undo.isEmpty() ? toast : toast.undo("POST", "/tickets/" + number + "/undo")).on(response);
        return "redirect:/tickets/" + number;
    }
}
