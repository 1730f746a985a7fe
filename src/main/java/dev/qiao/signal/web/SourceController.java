package dev.qiao.signal.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.Quarantine;
import dev.qiao.signal.Standing;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.scrape.Scrapes;
import dev.qiao.signal.snmp.TrapQueue;
import dev.qiao.signal.source.Connecting;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.source.Strangers;
import dev.qiao.signal.syslog.SyslogQueue;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The senders that are connected, their health, and how another is connected. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class SourceController {
    /** What stands where the key was, once it is no longer known. */
    private static final String HIDDEN = "••••••••";

    private static final int NEWEST = 20;
    private static final int ASIDE = 50;

    private final Sources sources;
    private final Quarantine quarantine;
    private final Connecting connecting;
    private final Strangers strangers;
    private final Services services;
    private final Points points;
    private final Scrapes scrapes;
    private final SyslogQueue syslog;
    private final TrapQueue traps;
    private final InstantSource clock;

    SourceController(
            Sources sources,
            Quarantine quarantine,
            Connecting connecting,
            Strangers strangers,
            Services services,
            Points points,
            Scrapes scrapes,
            SyslogQueue syslog,
            TrapQueue traps,
            InstantSource clock) {
        this.sources = sources;
        this.quarantine = quarantine;
        this.connecting = connecting;
        this.strangers = strangers;
        this.services = services;
        this.points = points;
        this.scrapes = scrapes;
        this.syslog = syslog;
        this.traps = traps;
        this.clock = clock;
    }

    @GetMapping("/sources")
    String index(Me me, Model model) {
        var standings = quarantine.standings(me, clock.instant());
        model.addAttribute(
                "lines",
                sources.all(me).stream()
                        .map(source -> line(source, standings.getOrDefault(source.id(), Standing.SILENT)))
                        .toList());
        model.addAttribute("strangers", strangers.calls());
        return "signal/web/index";
    }

    /** @param kind what is connected; what such a source usually needs is filled in */
    @GetMapping("/sources/new")
    String form(@RequestParam(defaultValue = "alertmanager") String kind, Page page, Model model) {
        return form(page, model, null, SourceForm.usual(Sender.connected("kind", kind)));
    }

    /** The answer is the only one that holds the key. */
    @PostMapping("/sources")
    String create(SourceForm form, Me me, Model model) {
        var issued = sources.create(form.draft(), me, clock.instant());
        model.addAttribute("source", issued.source());
        model.addAttribute("way", connecting.of(issued.source(), issued.key()));
        return "signal/web/issued";
    }

    @GetMapping("/sources/{id}")
    String show(@PathVariable long id, Me me, Model model) {
        var source = sources.find(id, me);
        var standing = quarantine.standing(id, me, clock.instant());
        model.addAttribute("line", line(source, standing));
        model.addAttribute("way", connecting.of(source, HIDDEN));
        model.addAttribute("aside", quarantine.aside(id, ASIDE, me));
        model.addAttribute("newest", quarantine.newest(id, NEWEST, me));
        model.addAttribute(
                "scraped",
                source.kind() == Sender.PROMETHEUS ? scrapes.last(source).orElse(null) : null);
        model.addAttribute("refused", points.refused(id));
        model.addAttribute("syslog", source.kind() == Sender.SYSLOG ? syslog.reception() : null);
        model.addAttribute("traps", source.kind() == Sender.SNMP ? traps.reception() : null);
        return "signal/web/source";
    }

    @GetMapping("/sources/{id}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        return form(page, model, id, SourceForm.of(sources.find(id, me)));
    }

    @PostMapping("/sources/{id}")
    String update(@PathVariable long id, SourceForm form, Me me) {
        var source = sources.find(id, me);
        var kept = form.kind(source.kind());
        var seen = Objects.requireNonNullElse(form.seen(), source.version());
        sources.update(id, seen, kept.draft().meaning(source.setup().meanings()), me, clock.instant());
        return "redirect:/sources/" + id;
    }

    private SourceLine line(Source source, Standing standing) {
        var service = source.service() == null
                ? null
                : services.find(source.service()).orElse(null);
        return new SourceLine(source, standing, service);
    }

    private String form(Page page, Model model, @Nullable Long id, SourceForm form) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("kinds", kinds(page));
        model.addAttribute(
                "services",
                services.active().stream().map(SourceController::choice).toList());
        return "signal/web/form";
    }

    private static List<Choice> kinds(Page page) {
        return Sender.connected().stream()
                .map(sender -> new Choice(sender.code(), page.t("signal.sender." + sender.code())))
                .toList();
    }

    private static Choice choice(Service service) {
        return new Choice(String.valueOf(service.id()), service.name());
    }
}
