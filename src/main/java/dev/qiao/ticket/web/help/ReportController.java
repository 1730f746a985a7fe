package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Beginning;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.web.AskedViews;
import dev.qiao.ticket.link.Links;
import dev.qiao.ticket.talk.Uploads;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reporting a fault or asking for something. */
@Controller
@Needs(Permission.REQUEST)
class ReportController {
    private final Uploads uploads;
    private final ReportViews views;
    private final Forms forms;
    private final Tickets tickets;
    private final Links links;
    private final InstantSource clock;

    ReportController(
            Uploads uploads, ReportViews views, Forms forms, Tickets tickets, Links links, InstantSource clock) {
        this.uploads = uploads;
        this.views = views;
        this.forms = forms;
        this.tickets = tickets;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/my/new")
    String form(
            @RequestParam(required = false) @Nullable Long category,
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable Long after,
            Me me,
            Page page,
            Model model) {
        if (after != null) model.addAttribute("after", tickets.find(after, me));
        model.addAttribute("chosen", form);
        model.addAttribute("report", views.blank(category, form, page));
        model.addAttribute("begun", form == null ? views.begunBefore(page) : List.of());
        return "ticket/web/help/form";
    }

    /** Sent twice because its answer got lost, it reports once. */
    @PostMapping("/my")
    String create(
            ReportForm form,
            @RequestParam(name = "file", required = false) @Nullable List<UUID> files,
            @RequestParam(required = false) @Nullable Long formVersion,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam MultiValueMap<String, String> sent,
            Me me,
            Page page,
            HttpServletResponse response) {
        var now = clock.instant();
        if (after != null) tickets.find(after, me);
        var filled = AskedViews.filled(formVersion, sent);
        var begun = Beginning.of(
                forms,
                filled == null
                        ? null
                        : forms.versions(List.of(filled.version())).get(filled.version()));
        var ticket = uploads.open(form.draft(filled, begun, me), files, me, now);
        if (after != null) links.follow(ticket.number(), after, me, now);
        Toast.of(page.t("ticket.help_reported", ticket.number())).on(response);
        return "redirect:/my/" + ticket.number();
    }
}
