package dev.qiao.signal.look;

import dev.qiao.base.Me;
import dev.qiao.signal.log.Patterns;
import dev.qiao.signal.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** What logs said more often than usual. */
@Component
class Logs {
    /** What is usual in five minutes is not known from one hour. */
    private static final Duration PAST = Duration.ofHours(6);

    private static final Duration RECENT = Duration.ofMinutes(30);
    private static final int MOST = 200;

    /** A few lines of what is rarely said say nothing. */
    private static final double ONE_LINE = 1;

    private final LookSql sql;
    private final Patterns patterns;

    Logs(LookSql sql, Patterns patterns) {
        this.sql = sql;
        this.patterns = patterns;
    }

    /** Of the logs of these services, else of those that are about no service in particular. */
    List<Cause> unusual(Collection<Long> services, Instant fault) {
        var all =
                patterns.sources(Me.QIAO).stream().map(Patterns.Written::source).toList();
        var theirs = ids(all.stream()
                .filter(source -> source.service() != null && services.contains(source.service()))
                .toList());
        var sources = theirs.isEmpty()
                ? ids(all.stream().filter(source -> source.service() == null).toList())
                : theirs;
        if (sources.isEmpty()) return List.of();
        var usualUntil = fault.minus(RECENT);
        var busy = sql.busy(sources, usualUntil, fault, MOST);
        var found = new ArrayList<Cause>();
        var counts = sql.counts(busy, fault.minus(PAST), fault);
        var texts = sql.texts(busy);
        counts.forEach((which, points) -> Deviation.of(points, usualUntil, fault, ONE_LINE)
                .filter(deviation -> deviation.value() > deviation.usual())
                .ifPresent(deviation -> found.add(new Cause.Pattern(
                        which.source(),
                        which.pattern(),
                        texts.getOrDefault(which, ""),
                        fresh(points, usualUntil),
                        deviation))));
        return found;
    }

    private static boolean fresh(List<Point> points, Instant usualUntil) {
        return points.stream().filter(point -> point.at().isBefore(usualUntil)).allMatch(point -> point.value() == 0);
    }

    private static List<Long> ids(List<Source> sources) {
        return sources.stream().map(Source::id).toList();
    }
}
