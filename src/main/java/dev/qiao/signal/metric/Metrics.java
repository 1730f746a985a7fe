package dev.qiao.signal.metric;

import dev.qiao.signal.Severity;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.rule.Traits;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds series and reads them. It asks nobody's rights: its callers do. */
@Component
public class Metrics {
    private static final int PAGE = 2_000;

    private final SeriesSql series;
    private final SpotSql spots;
    private final Sources sources;
    private final InstantSource clock;

    Metrics(SeriesSql series, SpotSql spots, Sources sources, InstantSource clock) {
        this.series = series;
        this.spots = spots;
        this.sources = sources;
        this.clock = clock;
    }

    /** Those of this metric whose labels match, of whichever source; {@code source} in a condition is the name of the source. */
    public List<Series> find(String metric, Matchers matchers, int most) {
        var names = sources.names();
        var found = new ArrayList<Series>();
        long after = 0;
        while (true) {
            var page = series.find(metric, after, PAGE);
            for (var one : page) {
                var name = names.getOrDefault(one.source(), "");
                if (!matchers.matches(new Traits(name, Severity.UNKNOWN, one.labels()))) continue;
                found.add(one);
                if (found.size() >= most) return found;
            }
            if (page.size() < PAGE) return found;
            after = page.getLast().id();
        }
    }

    /**
     * The points from one moment up to before another, gathered into steps that begin at multiples of their length; a step without points
     * is missing. In the order of series and time. From the raw points where the step is under five minutes, else from what they were
     * rolled up to; what is no longer kept so finely comes from what is, and its steps are then as long as that.
     */
    public List<Spot> range(Collection<Long> wanted, Instant from, Instant until, Duration step) {
        if (wanted.isEmpty() || !from.isBefore(until)) return List.of();
        var now = clock.instant();
        long seconds = Math.max(1, step.toSeconds());
        if (seconds >= Step.HOUR.length().toSeconds() || from.isBefore(now.minus(RollUp.FIVES)))
            return spots.hours(
                    wanted, from, until, Math.max(seconds, Step.HOUR.length().toSeconds()));
        if (seconds >= Step.FIVE_MINUTES.length().toSeconds() || from.isBefore(now.minus(RollUp.RAW)))
            return spots.fives(
                    wanted,
                    from,
                    until,
                    Math.max(seconds, Step.FIVE_MINUTES.length().toSeconds()));
        return spots.raw(wanted, from, until, seconds);
    }
}
