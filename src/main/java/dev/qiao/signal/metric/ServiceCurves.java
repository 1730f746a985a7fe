package dev.qiao.signal.metric;

import dev.qiao.signal.look.Curves;
import dev.qiao.signal.look.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is measured of services, for whoever looks for a cause. */
@Component
class ServiceCurves implements Curves {
    private static final Duration STEP = Duration.ofMinutes(1);

    private final SeriesSql sql;
    private final Courses courses;

    ServiceCurves(SeriesSql sql, Courses courses) {
        this.sql = sql;
        this.courses = courses;
    }

    @Override
    public List<Curve> of(Collection<Long> services, Instant from, Instant until, int most) {
        var series = sql.about(services, most);
        var known = new HashMap<String, Series>();
        series.forEach(one -> known.put(Courses.key(one), one));
        return courses.courses(series, from, until, STEP).stream()
                .filter(course -> !course.spots().isEmpty())
                .map(course -> curve(Objects.requireNonNull(known.get(course.key())), course))
                .toList();
    }

    private static Curve curve(Series series, Course course) {
        var points = course.spots().stream()
                .map(spot -> new Point(spot.at(), spot.value()))
                .toList();
        return new Curve(series.id(), name(series), Objects.requireNonNull(series.service()), points);
    }

    private static String name(Series series) {
        var labels = series.labels().entrySet().stream()
                .filter(label -> !label.getKey().equals("job"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(", "));
        return labels.isEmpty() ? series.metric() : series.metric() + " (" + labels + ")";
    }
}
