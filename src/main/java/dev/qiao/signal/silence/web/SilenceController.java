package dev.qiao.signal.silence.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.rule.Matcher;
import dev.qiao.signal.rule.web.AlertRuleChoices;
import dev.qiao.signal.silence.Silence;
import dev.qiao.signal.silence.Silence.Kind;
import dev.qiao.signal.silence.Silence.Phase;
import dev.qiao.signal.silence.Silences;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When nobody is called: silences and maintenance. */
@Controller
@Needs(Permission.TICKET_WORK)
class SilenceController {
    private static final Duration USUAL = Duration.ofHours(2);
    private static final int MOST_LABELS = 19;

    private final Silences silences;
    private final Alerts alerts;
    private final Sources sources;
    private final Services services;
    private final People people;
    private final AlertRuleChoices choices;
    private final InstantSource clock;

    SilenceController(
            Silences silences,
            Alerts alerts,
            Sources sources,
            Services services,
            People people,
            AlertRuleChoices choices,
            InstantSource clock) {
        this.silences = silences;
        this.alerts = alerts;
        this.sources = sources;
        this.services = services;
        this.people = people;
        this.choices = choices;
        this.clock = clock;
    }

    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
    @GetMapping("/alerts/silences")
    String index(Me me, Page page, Model model) {
        var now = clock.instant();
        var ahead = lines(silences.ahead(me, now), me, page.lang(), now);
        model.addAttribute("active", of(Phase.ACTIVE, ahead));
        model.addAttribute("planned", of(Phase.PLANNED, ahead));
        model.addAttribute("past", lines(silences.past(me, now), me, page.lang(), now));
        return "signal/silence/web/index";
    }

    /** @param alert that it is about; nothing: none */
    @GetMapping("/alerts/silences/new")
    String form(
            @RequestParam(defaultValue = "silence") String kind,
            @RequestParam(required = false) @Nullable Long alert,
            Me me,
            Page page,
            Model model) {
        var which = Coded.of(Kind.class, "kind", kind);
        var now = clock.instant();
        List<String> matchers = alert == null ? List.of() : like(alerts.find(alert, me));
        var from = which == Kind.MAINTENANCE ? now : null;
        var filled = SilenceForm.of(which, matchers, from, now.plus(USUAL), me.zone());
        return form(null, filled, Silences.may(Kind.MAINTENANCE, me), page, model);
    }

    @PostMapping("/alerts/silences")
    String create(SilenceForm form, Me me) {
        silences.create(form.draft(me.zone()), me, clock.instant());
        return "redirect:/alerts/silences";
    }

    /** Of what has begun, only the end and the reason. */
    @GetMapping("/alerts/silences/{id}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        var silence = silences.find(id, me);
        return form(silence, SilenceForm.of(silence, me.zone()), false, page, model);
    }

    @PostMapping("/alerts/silences/{id}")
    String update(@PathVariable long id, SilenceForm form, Me me) {
        int seen = Objects.requireNonNullElseGet(
                form.seen(), () -> silences.find(id, me).version());
        silences.update(id, seen, form.draft(me.zone()), me, clock.instant());
        return "redirect:/alerts/silences";
    }

    /** Ends it, or calls it off. */
    @DeleteMapping("/alerts/silences/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        silences.end(id, me, clock.instant());
        Toast.of(page.t("signal.silence_ended")).on(response);
        return "redirect:/alerts/silences";
    }

    /** @param both whether the other kind may be chosen */
    private String form(@Nullable Silence silence, SilenceForm form, boolean both, Page page, Model model) {
        model.addAttribute("id", silence == null ? null : silence.id());
        model.addAttribute("begun", silence != null && silence.phase(clock.instant()) != Phase.PLANNED);
        model.addAttribute("form", form);
        model.addAttribute("services", choices.services(form.text(form.service()), page.lang()));
        model.addAttribute("both", both);
        return "signal/silence/web/form";
    }

    /** What singles out alerts like this one: its labels, but for how bad it is, and its source. */
    private List<String> like(Alert alert) {
        var source = sources.find(alert.source()).map(Source::name).stream().map(Matcher::source);
        var labels = alert.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals("severity"))
                .flatMap(label -> Matcher.label(label.getKey(), label.getValue()).stream())
                .limit(MOST_LABELS);
        return Stream.concat(source, labels).map(Matcher::toString).toList();
    }

    private static List<SilenceLine> of(Phase phase, List<SilenceLine> lines) {
        return lines.stream().filter(line -> line.phase() == phase).toList();
    }

    private List<SilenceLine> lines(List<Silence> all, Me me, Lang lang, Instant now) {
        Map<Long, Service> about = services.of(all.stream()
                .map(Silence::service)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<Long, Person> makers = people.of(all.stream()
                .map(Silence::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var lines = new ArrayList<SilenceLine>();
        for (var silence : all) {
            var service = silence.service() == null ? null : about.get(silence.service());
            var maker = silence.person() == null ? null : makers.get(silence.person());
            lines.add(new SilenceLine(
                    silence,
                    silence.phase(now),
                    service == null ? "" : service.name(),
                    maker == null ? lang.t("admin.nobody") : maker.name(),
                    Silences.may(silence.kind(), me)));
        }
        return lines;
    }
}
