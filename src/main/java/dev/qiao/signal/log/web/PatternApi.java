package dev.qiao.signal.log.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.log.Example;
import dev.qiao.signal.log.Patterns;
import dev.qiao.signal.log.Seen;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What logs say, by patterns. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
@RequestMapping("/api/v1/patterns")
class PatternApi {
    private static final int MOST = 100;

    /**
     * A pattern as programs see it.
     *
     * @param text with stars where its lines differ
     * @param lately lines of the last day
     * @param fresh whether it came first when its source was known well
     * @param alarmed whether it warns now
     * @param wentOnIn the pattern that its lines have now; absent: it stands
     */
    record Shown(
            Ref source,
            long id,
            String text,
            long lines,
            long lately,
            Instant firstAt,
            Instant lastAt,
            boolean fresh,
            boolean alarmed,
            @Nullable Long wentOnIn,
            List<Example> examples) {}

    /** Lines of each hour of a week; the last is the hour that goes on. */
    record Course(Shown pattern, Instant from, List<Long> hours) {}

    private final Patterns patterns;
    private final InstantSource clock;

    PatternApi(Patterns patterns, InstantSource clock) {
        this.patterns = patterns;
        this.clock = clock;
    }

    /**
     * The first hundred of a source: those with most lines of the last day.
     *
     * @param source the number of the source of the lines
     * @param order {@code new}: those that came first the latest
     */
    @GetMapping
    Slice<Shown> index(@RequestParam long source, @RequestParam(defaultValue = "") String order, Me me) {
        if (!order.isEmpty() && !order.equals("new")) throw Refused.invalid("order", "signal.pattern_order");
        var of = source(source, me);
        var seen = patterns.list(source, order.equals("new"), MOST, me, clock.instant());
        return new Slice<>(seen.stream().map(each -> shown(each, of)).toList(), null);
    }

    @GetMapping("/{source}/{id}")
    Course show(@PathVariable long source, @PathVariable long id, Me me) {
        var now = clock.instant();
        var seen = patterns.find(source, id, me, now);
        var hours =
                patterns.hours(source, List.of(id), Patterns.WEEK, me, now).getOrDefault(id, new long[Patterns.WEEK]);
        return new Course(
                shown(seen, source(source, me)),
                Patterns.first(Patterns.WEEK, now),
                Arrays.stream(hours).boxed().toList());
    }

    private Ref source(long id, Me me) {
        return patterns.sources(me).stream()
                .filter(each -> each.source().id() == id)
                .map(each -> new Ref(String.valueOf(id), each.source().name()))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("signal.no_pattern"));
    }

    private static Shown shown(Seen seen, Ref source) {
        return new Shown(
                source,
                seen.id(),
                seen.text(),
                seen.lines(),
                seen.lately(),
                seen.firstAt(),
                seen.lastAt(),
                seen.fresh(),
                seen.alarmed(),
                seen.wentOnIn(),
                seen.examples());
    }
}
