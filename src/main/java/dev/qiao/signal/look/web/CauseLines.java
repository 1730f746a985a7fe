package dev.qiao.signal.look.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Times;
import dev.qiao.signal.look.Cause;
import dev.qiao.signal.look.Deviation;
import dev.qiao.signal.look.Look.Found;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Causes, each with its reason in words. */
@Component
class CauseLines {
    private static final int LONGEST = 160;

    private final Services services;

    CauseLines(Services services) {
        this.services = services;
    }

    List<CauseLine> of(Found found, Times times) {
        return found.causes().stream()
                .map(cause -> line(cause, found.fault(), times))
                .toList();
    }

    private CauseLine line(Cause cause, Instant fault, Times times) {
        var lang = times.lang();
        var when = when(cause.at(), fault, times);
        return switch (cause) {
            case Cause.Below below ->
                new CauseLine(
                        cause,
                        "below",
                        lang.t(
                                below.alone() ? "signal.look.below" : "signal.look.below_too",
                                name(below.service()),
                                below.title(),
                                when),
                        "/alerts/" + below.alert());
            case Cause.Changed changed ->
                new CauseLine(
                        cause,
                        "changed",
                        lang.t(
                                changed.depth() == 0 ? "signal.look.changed" : "signal.look.changed_below",
                                changed.title(),
                                name(changed.service()),
                                when),
                        "/deployments?service=" + code(changed.service()) + "#d" + changed.deployment());
            case Cause.Metric metric ->
                new CauseLine(
                        cause,
                        "metric",
                        lang.t(
                                "signal.look.metric",
                                metric.name(),
                                figure(metric.deviation().usual()),
                                figure(metric.deviation().value()),
                                when,
                                away(metric.deviation(), lang)),
                        "/charts/" + metric.series());
            case Cause.Pattern pattern ->
                new CauseLine(
                        cause,
                        "pattern",
                        pattern.fresh()
                                ? lang.t("signal.look.pattern_new", cut(pattern.text()), when)
                                : lang.t(
                                        "signal.look.pattern",
                                        cut(pattern.text()),
                                        figure(pattern.deviation().usual()),
                                        figure(pattern.deviation().value()),
                                        when),
                        "/patterns/" + pattern.source() + "/" + pattern.pattern());
            case Cause.Solved solved ->
                new CauseLine(
                        cause,
                        "solved",
                        lang.t(
                                "signal.look.solved",
                                String.valueOf(solved.ticket()),
                                solved.title(),
                                cut(solved.solution()),
                                times.at(solved.at())),
                        "/tickets/" + solved.ticket());
        };
    }

    private static String when(Instant at, Instant fault, Times times) {
        var before = Duration.between(at, fault);
        if (before.abs().toMinutes() < 1) return times.lang().t("signal.look.then");
        return times.lang()
                .t(before.isNegative() ? "signal.look.after" : "signal.look.before", times.duration(before.abs()));
    }

    private static String away(Deviation deviation, Lang lang) {
        return lang.t("signal.look.away", Math.round(deviation.strength()));
    }

    private String name(long service) {
        return services.find(service).map(Service::name).orElse("");
    }

    private String code(long service) {
        return services.find(service).map(Service::code).orElse("");
    }

    /** As many digits as say something. */
    static String figure(double value) {
        double size = Math.abs(value);
        var digits = size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 1 ? "%.1f" : "%.3g";
        return String.format(Locale.ROOT, digits, value);
    }

    private static String cut(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
