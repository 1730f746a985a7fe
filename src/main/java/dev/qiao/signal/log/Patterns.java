package dev.qiao.signal.log;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.Words;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door to what logs say, for who works here. */
@Component
public class Patterns {
    /** So many hours are shown of many patterns, and of one. */
    public static final int DAY = 24;

    public static final int WEEK = 168;

    private static final Duration LATELY = Duration.ofDays(1);

    /** A source of lines, and how many it has had. */
    public record Written(Source source, long lines) {}

    private final PatternView view;
    private final LineSql lines;
    private final Sources sources;

    Patterns(PatternView view, LineSql lines, Sources sources) {
        this.view = view;
        this.lines = lines;
        this.sources = sources;
    }

    /** Sources that have sent lines, by name. */
    public List<Written> sources(Me me) {
        mustWorkHere(me);
        return view.sources().entrySet().stream()
                .flatMap(each -> sources.find(each.getKey()).stream().map(s -> new Written(s, each.getValue())))
                .sorted(Comparator.comparing(written -> written.source().name()))
                .toList();
    }

    /** Those of a source: with most lines of the last day first, or those first that came first the latest. */
    public List<Seen> list(long source, boolean newest, int limit, Me me, Instant now) {
        mustWorkHere(me);
        var since = now.minus(LATELY);
        return newest ? view.newest(source, since, limit) : view.busiest(source, since, limit);
    }

    /** Errors: not found, also for who does not work here. */
    public Seen find(long source, long id, Me me, Instant now) {
        if (!me.worksHere()) throw unknown();
        return view.find(source, id, now.minus(LATELY)).orElseThrow(Patterns::unknown);
    }

    /** Lines of each of so many hours, by pattern; the last is the hour that goes on. */
    public Map<Long, long[]> hours(long source, List<Long> patterns, int hours, Me me, Instant now) {
        mustWorkHere(me);
        return view.hours(source, patterns, first(hours, now), hours);
    }

    /** When the first of so many hours began. */
    public static Instant first(int hours, Instant now) {
        return now.truncatedTo(ChronoUnit.HOURS).minus(hours - 1L, ChronoUnit.HOURS);
    }

    /** Lines with all of these words, the newest first; none, when there is no word to look for. */
    public List<Found> search(String typed, @Nullable Long source, int limit, Me me) {
        mustWorkHere(me);
        var query = Words.query(typed);
        return query == null ? List.of() : lines.find(query, source, limit);
    }

    private static void mustWorkHere(Me me) {
        if (!me.worksHere()) throw Refused.forbidden("base.missing_permission", Permission.TICKET_WORK.code());
    }

    private static Refused unknown() {
        return Refused.notFound("signal.no_pattern");
    }
}
