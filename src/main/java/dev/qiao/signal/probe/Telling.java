package dev.qiao.signal.probe;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Languages;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.probe.Standing.State;
import dev.qiao.signal.source.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells as alerts what became otherwise: that something is down, slower than it should be, or that its certificate ends soon. */
@Component
class Telling {
    private final Alarms alarms;
    private final Sources sources;
    private final Services services;
    private final Languages languages;

    Telling(Alarms alarms, Sources sources, Services services, Languages languages) {
        this.alarms = alarms;
        this.sources = sources;
        this.services = services;
        this.languages = languages;
    }

    /** Within the caller's transaction. */
    void turned(Probe probe, Standing after, @Nullable Result result, @Nullable Usual usual, Instant now) {
        var before = probe.standing();
        var told = new ArrayList<Told>();
        boolean down = after.state() == State.DOWN;
        if (down != (before.state() == State.DOWN)) {
            var began = down ? after.failingSince() : null;
            var reason = result == null ? null : result.reason();
            var text = reason == null ? "" : t(reason.key(), reason.arguments().toArray());
            told.add(told(
                    probe,
                    "",
                    "",
                    down,
                    began,
                    now,
                    bad(probe),
                    t("signal.probe_is_down", probe.draft().name()),
                    text));
        }
        if (after.slow() != before.slow()) {
            var title = t("signal.probe_is_slow", probe.draft().name());
            told.add(told(probe, " slow", " slow", after.slow(), null, now, Severity.WARNING, title, ""));
        }
        if (after.degraded() != before.degraded()) {
            var title = result == null || usual == null
                    ? ""
                    : t("signal.probe_is_degraded", probe.draft().name(), result.millis(), Math.round(usual.millis()));
            // That it is slow is one thing, by whichever measure.
            told.add(told(probe, " degraded", " slow", after.degraded(), null, now, Severity.WARNING, title, ""));
        }
        if (after.warned() != before.warned()) {
            int days = after.warned() > 0 ? after.warned() : before.warned();
            var title = t("signal.probe_certificate_ends", probe.draft().name(), days);
            told.add(told(
                    probe, " certificate", " certificate", after.warned() > 0, null, now, Severity.WARNING, title, ""));
        }
        if (!told.isEmpty()) alarms.tell(sources.own(now).id(), told, now);
    }

    private Told told(
            Probe probe,
            String about,
            String group,
            boolean wrong,
            @Nullable Instant began,
            Instant now,
            Severity severity,
            String title,
            String text) {
        var key = "probe " + probe.id() + about;
        var labels = new HashMap<String, String>();
        labels.put("probe", probe.draft().name());
        service(probe).ifPresent(service -> labels.put("service", service.code()));
        return new Told(
                wrong ? Says.FIRING : Says.RESOLVED,
                key,
                "probe " + probe.id() + group,
                began,
                wrong ? null : now,
                severity,
                title,
                text,
                probe.draft().kind() == Probe.Kind.HTTP ? probe.draft().target() : "",
                labels);
    }

    private Severity bad(Probe probe) {
        return service(probe).filter(Service::critical).isPresent() ? Severity.CRITICAL : Severity.MAJOR;
    }

    private Optional<Service> service(Probe probe) {
        var id = probe.draft().service();
        return id == null ? Optional.empty() : services.find(id);
    }

    private String t(String key, Object... arguments) {
        return languages.of(null).t(key, arguments);
    }
}
