package dev.qiao.signal.scrape;

import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Sample;
import dev.qiao.signal.source.Pass;
import dev.qiao.signal.source.Passes;
import dev.qiao.signal.source.Scrape;
import dev.qiao.signal.source.Source;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Asks exporters and writes down what they say, and whether they said anything. */
@Component
public class Scrapes {
    private static final double NANOS = 1e9;
    private static final int MILLION = 1_000_000;

    private final Points points;
    private final ScrapeSql sql;
    private final Passes passes;

    Scrapes(Points points, ScrapeSql sql, Passes passes) {
        this.points = points;
        this.sql = sql;
        this.passes = passes;
    }

    /** How it went the last time, if it was ever asked. */
    public Optional<Scraped> last(Source source) {
        return sql.find(source.id());
    }

    void make(Source source, Instant now) {
        var scrape = Objects.requireNonNull(source.setup().scrape());
        var instance = instance(scrape);
        long began = System.nanoTime();
        var samples = new ArrayList<Sample>();
        Failure failure = null;
        try {
            samples.addAll(Exposition.read(Exporter.read(scrape, authorization(source)), instance, now));
        } catch (Failure known) {
            failure = known;
        } catch (IOException e) {
            failure = new Failure("signal.scrape.broken", String.valueOf(e.getMessage()));
        }
        long took = System.nanoTime() - began;
        int said = samples.size();
        samples.addFirst(about("up", instance, now, failure == null ? 1 : 0));
        samples.addFirst(about("scrape_duration_seconds", instance, now, took / NANOS));
        points.record(source.id(), List.copyOf(samples), now);
        var how = new Scraped(
                now,
                (int) (took / MILLION),
                said,
                failure == null ? null : failure.key(),
                failure == null ? "" : failure.detail());
        sql.put(source.id(), how);
    }

    private String authorization(Source source) throws Failure {
        try {
            return passes.of(source).map(Pass::authorization).orElse("");
        } catch (IllegalStateException _) {
            throw new Failure("signal.scrape.pass_lost", "");
        }
    }

    private static Sample about(String metric, String instance, Instant now, double value) {
        return new Sample(metric, new TreeMap<>(Map.of("instance", instance)), now, value);
    }

    private static String instance(Scrape scrape) {
        return URI.create(scrape.url()).getAuthority();
    }
}
