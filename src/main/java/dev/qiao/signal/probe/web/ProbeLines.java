package dev.qiao.signal.probe.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.web.Lang;
import dev.qiao.signal.probe.Hour;
import dev.qiao.signal.probe.Probe;
import dev.qiao.signal.probe.Probes;
import dev.qiao.signal.probe.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Probes with what was seen of late. */
@Component
class ProbeLines {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final double WIDTH = 116;
    private static final double HEIGHT = 20;
    private static final double MARGIN = 4;

    private final Probes probes;
    private final Services services;

    ProbeLines(Probes probes, Services services) {
        this.probes = probes;
        this.services = services;
    }

    List<ProbeLine> of(List<Probe> all, Me me, Lang lang, Instant now) {
        var hours = probes.hours(all.stream().map(Probe::id).toList(), now.minus(MONTH), me);
        return all.stream()
                .map(probe -> line(probe, hours.getOrDefault(probe.id(), List.of()), me, lang, now))
                .toList();
    }

    private ProbeLine line(Probe probe, List<Hour> month, Me me, Lang lang, Instant now) {
        var day =
                month.stream().filter(hour -> hour.at().isAfter(now.minus(DAY))).toList();
        var about = probe.draft().service();
        return new ProbeLine(
                probe,
                about == null ? null : services.find(about).orElse(null),
                spark(day),
                percent(day, lang),
                percent(month, lang),
                probes.results(probe.id(), now.plusSeconds(1), 1, me).stream()
                        .map(result -> said(result, lang))
                        .collect(Collectors.joining()));
    }

    static String said(Result result, Lang lang) {
        var reason = result.reason();
        return reason == null
                ? lang.t("signal.probe_millis", result.millis())
                : lang.t(reason.key(), reason.arguments().toArray());
    }

    /** Cut, not rounded: 99.996 % is not all of it. */
    private static String percent(Collection<Hour> hours, Lang lang) {
        var uptime = Hour.uptime(hours);
        if (uptime.isEmpty()) return "–";
        double cut = Math.floor(uptime.getAsDouble() * 100) / 100;
        return lang.t("signal.percent", cut == 100 ? "100" : String.format(Locale.ROOT, "%.2f", cut));
    }

    private static String spark(List<Hour> day) {
        double most = day.stream().mapToDouble(Hour::mean).max().orElse(0);
        if (day.size() < 2 || most == 0) return "";
        var points = new StringBuilder();
        for (int n = 0; n < day.size(); n++)
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    2 + n * WIDTH / (day.size() - 1),
                    HEIGHT + MARGIN - day.get(n).mean() / most * HEIGHT));
        return points.toString().strip();
    }
}
