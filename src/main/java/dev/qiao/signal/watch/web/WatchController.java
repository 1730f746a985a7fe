package dev.qiao.signal.watch.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.signal.Severity;
import dev.qiao.signal.promql.Servers;
import dev.qiao.signal.rule.web.AlertRuleChoices;
import dev.qiao.signal.watch.Sign;
import dev.qiao.signal.watch.Watches;
import dev.qiao.signal.watch.Watching;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The rules by which figures are watched. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class WatchController {
    private final Watches watches;
    private final AlertRuleChoices choices;
    private final Servers servers;
    private final InstantSource clock;

    WatchController(Watches watches, AlertRuleChoices choices, Servers servers, InstantSource clock) {
        this.watches = watches;
        this.servers = servers;
        this.choices = choices;
        this.clock = clock;
    }

    @Needs(Permission.TICKET_WORK)
    @GetMapping("/watches")
    String index(Me me, Page page, Model model) {
        var watching = watches.watching(me);
        model.addAttribute(
                "lines",
                watches.all(me).stream()
                        .map(watch -> new WatchLine(
                                watch,
                                WatchWords.of(watch.draft().sign(), page.lang()),
                                WatchLine.figures(watch, servers.all(me)),
                                watching.getOrDefault(watch.id(), Watching.NOTHING)))
                        .toList());
        return "signal/watch/web/index";
    }

    /** @param metric which figures are to be watched, where that is known */
    @GetMapping("/watches/new")
    String form(
            @RequestParam(defaultValue = "threshold") String kind,
            @RequestParam(defaultValue = "") String metric,
            Me me,
            Page page,
            Model model) {
        return form(page, me, model, null, WatchForm.usual(Coded.of(Sign.Kind.class, "kind", kind), metric));
    }

    @PostMapping("/watches")
    String create(WatchForm form, Me me) {
        watches.create(form.draft(), me, clock.instant());
        return "redirect:/watches";
    }

    @GetMapping("/watches/{id}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        return form(page, me, model, id, WatchForm.of(watches.find(id, me)));
    }

    @PostMapping("/watches/{id}")
    String update(@PathVariable long id, WatchForm form, Me me) {
        int seen = form.seen() == null ? watches.find(id, me).version() : Objects.requireNonNull(form.seen());
        watches.update(id, seen, form.draft(), me, clock.instant());
        return "redirect:/watches";
    }

    @DeleteMapping("/watches/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        watches.delete(id, me, clock.instant());
        Toast.of(page.t("signal.watch_deleted"))
                .undo("POST", "/watches/" + id + "/restoration")
                .on(response);
        return "redirect:/watches";
    }

    private String form(Page page, Me me, Model model, @Nullable Long id, WatchForm form) {
        var service = form.service() == null ? null : String.valueOf(form.service());
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("services", choices.services(service, page.lang()));
        model.addAttribute(
                "servers",
                servers.all(me).stream()
                        .map(each -> new Choice(
                                String.valueOf(each.id()), each.draft().name()))
                        .toList());
        model.addAttribute(
                "severities",
                EnumSet.complementOf(EnumSet.of(Severity.UNKNOWN)).stream()
                        .map(each -> new Choice(each.code(), page.t("signal.severity." + each.code())))
                        .toList());
        return "signal/watch/web/form";
    }
}
