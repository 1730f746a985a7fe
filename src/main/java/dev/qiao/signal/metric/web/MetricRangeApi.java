package dev.qiao.signal.metric.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.metric.Charts;
import dev.qiao.signal.metric.Course;
import dev.qiao.signal.rule.Matchers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How figures went. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
class MetricRangeApi {
    private static final int MOST = 100;

    /** A figure over one step. */
    record Spot(Instant at, double value, double least, double most) {}

    /**
     * How one figure went.
     *
     * @param key the same for the same figure at any time
     */
    record Shown(
            String key,
            Map<String, String> labels,
            @Nullable Ref service,
            List<Spot> spots) {}

    private final Charts charts;
    private final Services services;
    private final InstantSource clock;

    MetricRangeApi(Charts charts, Services services, InstantSource clock) {
        this.charts = charts;
        this.services = services;
        this.clock = clock;
    }

    /**
     * In steps as long as three hundred of them need; of at most a hundred courses.
     *
     * @param metric its name, or {@code cpu}, {@code memory}, {@code disk}, {@code disk_io}, {@code network}
     * @param match conditions such as {@code instance=~db.*}, all of which hold
     * @param from absent: an hour before the end
     * @param until absent: now
     */
    @GetMapping("/api/v1/metrics/range")
    Slice<Shown> index(
            @RequestParam String metric,
            @RequestParam(required = false) @Nullable List<String> match,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            Paging paging,
            Me me) {
        var last = Objects.requireNonNullElse(until, clock.instant());
        var first = Objects.requireNonNullElse(from, last.minus(Duration.ofHours(1)));
        if (!first.isBefore(last)) throw Refused.invalid("from", "signal.chart.span");
        var matchers = Matchers.read(Objects.requireNonNullElse(match, List.of()));
        var chart = charts.of(metric, matchers, first, last, MOST, me);
        return paging.of(chart.courses(), "metric_range").map(this::shown);
    }

    private Shown shown(Course course) {
        var service = course.service() == null
                ? null
                : services.find(course.service())
                        .map(one -> new Ref(one.code(), one.name()))
                        .orElse(null);
        var spots = course.spots().stream()
                .map(spot -> new Spot(spot.at(), spot.value(), spot.least(), spot.most()))
                .toList();
        return new Shown(course.key(), course.labels(), service, spots);
    }
}
