package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.journal.Audience;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Tickets;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reporting a fault or asking for something. */
@Controller
@Needs(Permission.REQUEST)
class ReportController {
    private final Tickets tickets;
    private final Conversation conversation;
    private final ReportViews views;
    private final InstantSource clock;

    ReportController(Tickets tickets, Conversation conversation, ReportViews views, InstantSource clock) {
        this.tickets = tickets;
        this.conversation = conversation;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/my/new")
    String form(@RequestParam(required = false) @Nullable Long category, Page page, Model model) {
        model.addAttribute("report", views.blank(category, page));
        return "ticket/web/help/form";
    }

    /** Sent twice because its answer got lost, it reports once. */
    @PostMapping("/my")
    String create(
            ReportForm form,
            @RequestParam(name = "file", required = false) @Nullable List<UUID> files,
            Me me,
            Page page,
            HttpServletResponse response) {
        var now = clock.instant();
        var ticket = tickets.open(form.draft(me), now);
        boolean again = !conversation.files(ticket, me).isEmpty();
        if (files != null && !again) conversation.attach(ticket.number(), files, Audience.PUBLIC, me, now);
        Toast.of(page.t("ticket.help_reported", ticket.number())).on(response);
        return "redirect:/my/" + ticket.number();
    }
}
