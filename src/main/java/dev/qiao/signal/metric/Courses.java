package dev.qiao.signal.metric;

import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.promql.Line;
import dev.qiao.signal.promql.Promql;
import dev.qiao.signal.rule.Matchers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How figures went: of a metric as it is measured, or of a vital. It asks nobody's rights: its callers do. */
@Component
public class Courses {
    private static final int MOST_NAMES = 2_000;
    private static final int MOST_COUNTED = 1_000;

    private final Metrics metrics;
    private final Vitals vitals;
    private final SeriesSql sql;
    private final Promql promql;

    Courses(Metrics metrics, Vitals vitals, SeriesSql sql, Promql promql) {
        this.metrics = metrics;
        this.vitals = vitals;
        this.sql = sql;
        this.promql = promql;
    }

    /**
     * From one moment up to before another, in steps; what only ever grows, by what it grew each second.
     *
     * @param code of a {@link Vital}, the name of a metric, or an {@link Expression}, to which conditions do not apply
     * @param most so many courses, the oldest first
     */
    public List<Course> of(String code, Matchers matchers, Instant from, Instant until, Duration step, int most) {
        var asked = Expression.of(code);
        if (asked.isPresent())
            return promql.ask(asked.get(), from, until, step).stream()
                    .limit(most)
                    .map(Courses::course)
                    .toList();
        return Vital.of(code)
                .map(vital -> vitals.courses(vital, matchers, from, until, step, most))
                .orElseGet(() -> courses(metrics.find(code, matchers, most), from, until, step));
    }

    private static Course course(Line line) {
        var spots = line.points().stream()
                .map(point -> new Spot(0, point.at(), point.value(), point.value(), point.value()))
                .toList();
        return new Course(line.key(), line.labels(), line.service(), spots);
    }

    /** The same of series that were found before. */
    List<Course> courses(List<Series> series, Instant from, Instant until, Duration step) {
        var spots = new HashMap<Long, List<Spot>>();
        metrics.range(series.stream().map(Series::id).toList(), from.minus(step), until, step)
                .forEach(spot -> spots.computeIfAbsent(spot.series(), _ -> new ArrayList<>())
                        .add(spot));
        return series.stream()
                .map(one -> new Course(
                        key(one),
                        one.labels(),
                        one.service(),
                        figures(one, spots.getOrDefault(one.id(), List.of()), from, step)))
                .toList();
    }

    static String key(Series series) {
        return "series:" + series.id();
    }

    private static List<Spot> figures(Series series, List<Spot> spots, Instant from, Duration step) {
        var figures = Rates.counts(series.metric()) ? Rates.of(spots, step) : spots;
        return figures.stream().filter(spot -> !spot.at().isBefore(from)).toList();
    }

    /** How many courses there would be without a bound, as far as anybody counts. */
    public int count(String code, Matchers matchers) {
        return Vital.of(code)
                .map(vital -> vitals.count(vital, matchers))
                .orElseGet(() -> metrics.find(code, matchers, MOST_COUNTED).size());
    }

    /** Whether it only ever grows, and is shown by what it grew each second. */
    public static boolean counts(String code) {
        return Rates.counts(code);
    }

    Optional<Series> find(long series) {
        return sql.find(series);
    }

    /** The metrics of which there are series, by name. */
    public List<String> names() {
        return sql.names(MOST_NAMES);
    }
}
