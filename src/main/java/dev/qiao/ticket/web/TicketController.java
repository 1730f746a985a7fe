package dev.qiao.ticket.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.Editing;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.form.Beginning;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.web.AskedViews;
import dev.qiao.ticket.form.web.Begun;
import dev.qiao.ticket.link.Links;
import dev.qiao.ticket.merge.Merges;
import dev.qiao.ticket.talk.Uploads;
import dev.qiao.ticket.web.crossing.Changers;
import dev.qiao.ticket.web.excerpt.Excerpts;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A ticket as the desk sees it, a new one, and its edit. */
@Controller
@RequestMapping("/tickets")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class TicketController {
    /** How often an edit is merged anew when somebody changes the ticket in that very moment. */
    private static final int ATTEMPTS = 3;

    private static final String DRAFT = "new-ticket-";

    private final Tickets tickets;
    private final Editing editing;
    private final TicketPages pages;
    private final TicketForms forms;
    private final Uploads uploads;
    private final References references;
    private final Merges merges;
    private final Forms asked;
    private final AskedViews views;
    private final Begun begun;
    private final Links links;
    private final Changers changers;
    private final InstantSource clock;

    TicketController(
            Tickets tickets,
            Editing editing,
            TicketPages pages,
            TicketForms forms,
            Uploads uploads,
            References references,
            Merges merges,
            Forms asked,
            AskedViews views,
            Begun begun,
            Links links,
            Changers changers,
            InstantSource clock) {
        this.tickets = tickets;
        this.editing = editing;
        this.pages = pages;
        this.forms = forms;
        this.uploads = uploads;
        this.references = references;
        this.merges = merges;
        this.asked = asked;
        this.views = views;
        this.begun = begun;
        this.links = links;
        this.changers = changers;
        this.clock = clock;
    }

    /**
     * The number of what goes on in another ticket leads there, but for {@code itself}.
     *
     * @param since shows what was said after that moment
     * @param until shows what was said up to that moment
     */
    @GetMapping("/{number:\\d+}")
    @Needs
    String show(
            @PathVariable long number,
            @RequestParam(defaultValue = "false") boolean itself,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            Me me,
            Page page,
            Model model) {
        if (!me.worksHere()) return "redirect:/my/" + number;
        var survivor = itself ? Optional.<Long>empty() : merges.survivor(number, me);
        if (survivor.isPresent()) return "redirect:/tickets/" + survivor.get();
        model.addAttribute("ticket", pages.of(tickets.find(number, me), Excerpts.asked(since, until), page));
        return "ticket/web/show";
    }

    @GetMapping("/new")
    @Needs(Permission.TICKET_WORK)
    String form(
            @RequestParam(required = false) @Nullable String form,
            @RequestParam(required = false) @Nullable Long after,
            Me me,
            Page page,
            Model model) {
        var outOfUse = begun.version(DRAFT, form, me);
        var version = outOfUse != null || form == null
                ? outOfUse
                : asked.meant(form, null, null, null).orElse(null);
        var earlier = after == null ? null : tickets.find(after, me);
        model.addAttribute(
                "form", earlier == null ? forms.blank(Beginning.of(asked, version), page) : forms.after(earlier, page));
        if (earlier != null) model.addAttribute("after", earlier);
        model.addAttribute("asked", views.fresh(version));
        model.addAttribute("templates", asked.asking());
        model.addAttribute("outOfUse", outOfUse != null);
        model.addAttribute("begun", form == null ? begun.of(DRAFT, me) : List.of());
        return "ticket/web/new";
    }

    @PostMapping
    @Needs(Permission.TICKET_WORK)
    String create(
            TicketForm form,
            @RequestParam(name = "file", required = false) @Nullable List<UUID> files,
            @RequestParam(required = false) @Nullable Long formVersion,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam MultiValueMap<String, String> sent,
            Me me) {
        var now = clock.instant();
        var earlier = after == null ? null : tickets.find(after, me);
        var asking = references.somebody("requesterLogin", form.requesterLogin(), me);
        if (asking == null && earlier != null) asking = earlier.matter().requester();
        var draft = form.draft(asking, me).filled(AskedViews.filled(formVersion, sent));
        var ticket = uploads.open(draft, files, me, now);
        if (after != null) links.follow(ticket.number(), after, me, now);
        return "redirect:/tickets/" + ticket.number();
    }

    @GetMapping("/{number:\\d+}/edit")
    @Needs(Permission.TICKET_WORK)
    String edit(@PathVariable long number, Me me, Page page, Model model) {
        model.addAttribute("number", number);
        var ticket = tickets.find(number, me);
        model.addAttribute("form", forms.of(ticket, page));
        model.addAttribute("changed", changers.of(ticket, page));
        return "ticket/web/edit";
    }

    /**
     * Merges with what others changed since the form was opened, field by field; where both changed the same field, the person is
     * shown both and chooses.
     */
    @PostMapping("/{number:\\d+}/edit")
    @Needs(Permission.TICKET_WORK)
    String update(
            @PathVariable long number,
            @RequestParam Map<String, String> sent,
            Me me,
            Page page,
            Model model,
            HttpServletResponse response) {
        for (int attempt = 1; ; attempt++) {
            var ticket = tickets.find(number, me);
            var now = forms.of(ticket, page);
            var reconciled = Reconciled.of(was(sent, now), wanted(sent, now), now.values());
            if (!reconciled.clashes().isEmpty())
                return clash(number, Clash.of(reconciled, now, changers.of(ticket, page), page), model, response);
            try {
                editing.edit(
                        number,
                        ticket.version(),
                        TicketForm.of(reconciled.values()).change(me),
                        me,
                        clock.instant());
                Toast.of(page.t("ticket.saved", number))
                        .undo("POST", "/tickets/" + number + "/undo")
                        .on(response);
                return "redirect:/tickets/" + number;
            } catch (Refused refused) {
                if (refused.status() != Refused.Status.STALE || attempt == ATTEMPTS) throw refused;
            }
        }
    }

    private static String clash(long number, Clash clash, Model model, HttpServletResponse response) {
        model.addAttribute("number", number);
        model.addAttribute("clash", clash);
        response.setStatus(Refused.Status.CONFLICT.code);
        response.setHeader("HX-Retarget", "#dock");
        response.setHeader("HX-Reswap", "innerHTML");
        return "ticket/web/clash";
    }

    private static Map<String, String> wanted(Map<String, String> sent, TicketForms.View form) {
        var wanted = new HashMap<>(sent);
        wanted.keySet().retainAll(form.values().keySet());
        return wanted;
    }

    private static Map<String, String> was(Map<String, String> sent, TicketForms.View form) {
        var was = new HashMap<String, String>();
        for (var name : form.values().keySet()) {
            var before = sent.get(TicketForm.WAS + name);
            if (before != null) was.put(name, before);
        }
        return was;
    }
}
