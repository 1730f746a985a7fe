package dev.qiao.signal.probe;

import dev.qiao.asset.Services;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Sample;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/**
 * What probes see, as figures of the desk's own source. They are written down together once a second: one by one they would wait for each
 * other's locks.
 */
@Component
class ProbeFigures {
    private static final double SECOND = 1_000;
    /** Points that are nearly a week old are taken no more. */
    private static final Duration KEPT = Duration.ofDays(6);

    private final Points points;
    private final Sources sources;
    private final Services services;
    private final Queue<Sample> waiting = new ConcurrentLinkedQueue<>();

    ProbeFigures(Points points, Sources sources, Services services) {
        this.points = points;
        this.sources = sources;
        this.services = services;
    }

    void seen(Probe probe, Result result) {
        waiting.addAll(samples(probe, result));
    }

    /** Those of earlier looks, at once. */
    void remember(Probe probe, Collection<Result> results, Instant now) {
        record(
                results.stream()
                        .filter(result -> result.at().isAfter(now.minus(KEPT)))
                        .flatMap(result -> samples(probe, result).stream())
                        .toList(),
                now);
    }

    /** Writes down what waits. */
    void keep(Instant now) {
        var all = new ArrayList<Sample>();
        while (all.size() < Points.MOST_SAMPLES) {
            var next = waiting.poll();
            if (next == null) break;
            all.add(next);
        }
        record(all, now);
    }

    private void record(List<Sample> samples, Instant now) {
        if (!samples.isEmpty()) points.record(sources.own(now).id(), samples, now);
    }

    /** How long a failure took says nothing about how fast it is. */
    private List<Sample> samples(Probe probe, Result result) {
        var labels = new TreeMap<String, String>();
        labels.put("probe", probe.draft().name());
        var about = probe.draft().service();
        if (about != null) services.find(about).ifPresent(service -> labels.put("service", service.code()));
        var success = new Sample("probe_success", labels, result.at(), result.ok() ? 1 : 0);
        if (!result.ok()) return List.of(success);
        return List.of(success, new Sample("probe_duration_seconds", labels, result.at(), result.millis() / SECOND));
    }
}
