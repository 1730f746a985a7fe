package dev.qiao.report.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Needs;
import dev.qiao.report.Figure;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Promise against fact, over any period. */
@RestController
@RequestMapping("/api/v1/targets")
@Needs(Permission.REPORT_SEE)
class TargetApi {
    /**
     * @param target the goal; null for a measure that is only shown
     * @param value null when nothing was measured
     * @param n how many tickets it rests on
     * @param ticketsUrl the tickets behind it
     */
    record TargetJson(
            Measure code,
            @Nullable Double target,
            @Nullable Double value,
            Measure.Unit unit,
            long n,
            @Nullable Boolean met,
            String ticketsUrl) {
        static TargetJson of(Figure f, Period period) {
            var url = "/api/v1/targets/%s/tickets?from=%s&to=%s"
                    .formatted(f.measure().code(), period.from(), period.to());
            return new TargetJson(f.measure(), f.goal(), f.value(), f.measure().unit, f.n(), f.met(), url);
        }
    }

    record TargetsJson(
            Instant from,
            Instant to,
            List<TargetJson> items,
            @Nullable String next) {}

    private final Targets targets;
    private final Preferences preferences;
    private final InstantSource clock;

    TargetApi(Targets targets, Preferences preferences, InstantSource clock) {
        this.targets = targets;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** {@code from} and {@code to} are dates of the desk's zone, or moments; without them it is this month. */
    @GetMapping
    TargetsJson index(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Me me) {
        var now = clock.instant();
        var period = Period.of(from, to, preferences.zone(), now);
        var items = targets.figures(period, me, now).stream()
                .map(f -> TargetJson.of(f, period))
                .toList();
        return new TargetsJson(period.from(), period.to(), items, null);
    }
}
