package dev.qiao.signal.probe.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.signal.probe.Probe;
import dev.qiao.signal.probe.Probes;
import dev.qiao.signal.rule.web.AlertRuleChoices;
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
import org.springframework.web.bind.annotation.RequestParam;

/** What the desk looks at itself. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ProbeController {
    private static final int PAGE = 100;
    private static final int LOOKS = 50;

    private final Probes probes;
    private final ProbeLines lines;
    private final AlertRuleChoices choices;
    private final InstantSource clock;

    ProbeController(Probes probes, ProbeLines lines, AlertRuleChoices choices, InstantSource clock) {
        this.probes = probes;
        this.lines = lines;
        this.choices = choices;
        this.clock = clock;
    }

    /** @param after the number of the last probe of the page before */
    @Needs(Permission.TICKET_WORK)
    @GetMapping("/probes")
    String index(@RequestParam(defaultValue = "0") long after, Me me, Page page, Model model) {
        var found = probes.after(after, PAGE + 1, me);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("lines", lines.of(shown, me, page.lang(), clock.instant()));
        model.addAttribute("next", found.size() > PAGE ? shown.getLast().id() : null);
        return "signal/probe/web/index";
    }

    @GetMapping("/probes/new")
    String form(@RequestParam(defaultValue = "http") String kind, Page page, Model model) {
        return form(page, model, null, ProbeForm.usual(Coded.of(Probe.Kind.class, "kind", kind)));
    }

    @PostMapping("/probes")
    String create(ProbeForm form, Me me) {
        return "redirect:/probes/"
                + probes.create(form.draft(), me, clock.instant()).id();
    }

    @Needs(Permission.TICKET_WORK)
    @GetMapping("/probes/{id}")
    String show(@PathVariable long id, Me me, Page page, Model model) {
        var now = clock.instant();
        var probe = probes.find(id, me);
        model.addAttribute(
                "line", lines.of(List.of(probe), me, page.lang(), now).getFirst());
        model.addAttribute("usual", probes.usual(probe, me, now).orElse(null));
        model.addAttribute("looks", probes.results(id, now.plusSeconds(1), LOOKS, me));
        return "signal/probe/web/probe";
    }

    @GetMapping("/probes/{id}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        var probe = probes.find(id, me);
        return form(page, model, id, ProbeForm.of(probe.draft(), probe.version()));
    }

    @PostMapping("/probes/{id}")
    String update(@PathVariable long id, ProbeForm form, Me me) {
        int seen = form.seen() == null ? probes.find(id, me).version() : Objects.requireNonNull(form.seen());
        probes.update(id, seen, form.draft(), me, clock.instant());
        return "redirect:/probes/" + id;
    }

    @DeleteMapping("/probes/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        probes.delete(id, me, clock.instant());
        Toast.of(page.t("signal.probe_deleted"))
                .undo("POST", "/probes/" + id + "/restoration")
                .on(response);
        return "redirect:/probes";
    }

    private String form(Page page, Model model, @Nullable Long id, ProbeForm form) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("services", choices.services(form.text(form.service()), page.lang()));
        return "signal/probe/web/form";
    }
}
