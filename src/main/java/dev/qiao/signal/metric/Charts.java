package dev.qiao.signal.metric;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.metric.Chart.Band;
import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.ticket.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The door to figures over time, for who works here. */
@Component
public class Charts {
    private static final int MOST_BANDS = 50;
    private static final int MOST_MARKS = 50;
    private static final int SPOTS = 300;
    private static final long[] STEPS = {15, 30, 60, 120, 300, 900, 1_800, 3_600, 10_800, 21_600, 86_400};

    private final Courses courses;
    private final BandSql bands;
    private final Deployments deployments;
    private final Queue queue;
    private final ObjectProvider<Thresholds> thresholds;

    Charts(
            Courses courses,
            BandSql bands,
            Deployments deployments,
            Queue queue,
            ObjectProvider<Thresholds> thresholds) {
        this.courses = courses;
        this.bands = bands;
        this.deployments = deployments;
        this.queue = queue;
        this.thresholds = thresholds;
    }

    /** The metrics that somebody measures, by name. */
    public List<String> names(Me me) {
        mustWorkHere(me);
        return courses.names();
    }

    /** One series. Errors: not found, also for who does not work here. */
    public Series series(long id, Me me) {
        return courses.find(id)
                .filter(_ -> me.worksHere())
                .orElseThrow(() -> Refused.notFound("signal.chart.no_series"));
    }

    /** At most so many courses, from one moment up to before another. */
    public Chart of(String code, Matchers matchers, Instant from, Instant until, int most, Me me) {
        mustWorkHere(me);
        var step = step(from, until);
        var found = courses.of(code, matchers, from, until, step, most);
        boolean elsewhere = Expression.of(code).isPresent();
        int all = elsewhere || found.size() < most ? found.size() : courses.count(code, matchers);
        var judged = thresholds
                .orderedStream()
                .flatMap(each -> each.of(code, me).stream())
                .toList();
        var services = found.stream()
                .map(Course::service)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Chart(
                code,
                from,
                until,
                step,
                found,
                all,
                bands(services, from, until, me),
                deployments.between(services, from, until, MOST_MARKS, me),
                judged);
    }

    private List<Band> bands(List<Long> services, Instant from, Instant until, Me me) {
        if (services.isEmpty()) return List.of();
        var all = bands.incidents(services, from, until, MOST_BANDS);
        var seen = queue.among(all.stream().map(Band::ticket).toList(), me);
        return all.stream().filter(band -> seen.contains(band.ticket())).toList();
    }

    /** As long as it takes for a picture to have as many spots as can be told apart. */
    public static Duration step(Instant from, Instant until) {
        long least = Math.max(1, Duration.between(from, until).toSeconds() / SPOTS);
        return Duration.ofSeconds(LongStream.concat(Arrays.stream(STEPS), LongStream.of(least))
                .filter(step -> step >= least)
                .min()
                .orElse(least));
    }

    private static void mustWorkHere(Me me) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
    }
}
