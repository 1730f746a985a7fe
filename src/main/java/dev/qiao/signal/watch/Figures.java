package dev.qiao.signal.watch;

import static java.util.stream.Collectors.toMap;

import dev.qiao.signal.metric.Course;
import dev.qiao.signal.metric.Courses;
import dev.qiao.signal.rule.Matchers;
import java.time.Instant;
import java.time.ZoneId;
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
     * Figures that are watched.
     *
     * @param key by which it is known from one look to the next
     * @param readings those of each span in its place
     */
    record Watched(
            String key,
            Map<String, String> labels,
            @Nullable Long service,
            List<List<Reading>> readings) {}

    private final Courses courses;

    Figures(Courses courses) {
        this.courses = courses;
    }

    /** Those that the last span knows. */
    List<Watched> of(WatchDraft draft, int most, Instant now, ZoneId zone) {
        var matchers = Matchers.read(draft.matchers());
        var spans = draft.sign().spans(now, zone).stream()
                .map(span -> courses.of(draft.metric(), matchers, span.from(), span.until(), span.step(), most))
                .toList();
        var readings = spans.stream().map(Figures::readings).toList();
        return spans.getLast().stream()
                .map(one -> new Watched(
                        one.key(),
                        one.labels(),
                        one.service(),
                        readings.stream()
                                .map(span -> span.getOrDefault(one.key(), List.of()))
                                .toList()))
                .toList();
    }

    private static Map<String, List<Reading>> readings(List<Course> span) {
        return span.stream()
                .collect(toMap(
                        Course::key,
                        course -> course.spots().stream()
                                .map(spot -> new Reading(spot.at(), spot.value()))
                                .toList()));
    }
}
