package dev.qiao.signal.watch;

import dev.qiao.signal.metric.Metrics;
import dev.qiao.signal.metric.Series;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.signal.watch.Sign.Span;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fetches what a sign needs to be judged. */
@Component
class Figures {
    /** So many courses one rule watches. */
    static final int MOST = 500;

    /**
     * One course of figures.
     *
     * @param key by which it is known from one look to the next
     * @param readings those of each span in its place
     */
    record Course(
            String key,
            Map<String, String> labels,
            @Nullable Long service,
            List<List<Reading>> readings) {}

    private final Metrics metrics;

    Figures(Metrics metrics) {
        this.metrics = metrics;
    }

    List<Course> of(WatchDraft draft, int most, Instant now, ZoneId zone) {
        var series = metrics.find(draft.metric(), Matchers.read(draft.matchers()), most);
        var spans = draft.sign().spans(now, zone).stream()
                .map(span -> readings(series, span))
                .toList();
        return series.stream()
                .map(one -> new Course(
                        String.valueOf(one.id()),
                        one.labels(),
                        one.service(),
                        spans.stream()
                                .map(span -> span.getOrDefault(one.id(), List.of()))
                                .toList()))
                .toList();
    }

    private Map<Long, List<Reading>> readings(List<Series> series, Span span) {
        var found = new HashMap<Long, List<Reading>>();
        var ids = series.stream().map(Series::id).toList();
        for (var spot : metrics.range(ids, span.from(), span.until(), span.step()))
            found.computeIfAbsent(spot.series(), _ -> new ArrayList<>()).add(new Reading(spot.at(), spot.value()));
        return found;
    }
}
