package dev.qiao.signal.log.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.log.Patterns;
import dev.qiao.signal.log.Patterns.Written;
import dev.qiao.signal.log.Seen;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What logs say, by patterns. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class PatternController {
    private static final int PAGE = 100;
    private static final int NARROW = 96;
    private static final int LOW = 20;
    private static final int WIDE = 672;
    private static final int HIGH = 120;

    private final Patterns patterns;
    private final InstantSource clock;

    PatternController(Patterns patterns, InstantSource clock) {
        this.patterns = patterns;
        this.clock = clock;
    }

    /**
     * @param source whose; empty: the first
     * @param order {@code new}: those first that came first the latest
     */
    @GetMapping("/patterns")
    String index(
            @RequestParam(required = false) @Nullable Long source,
            @RequestParam(defaultValue = "") String order,
            Me me,
            Page page,
            Model model) {
        var sources = patterns.sources(me);
        var chosen = chosen(sources, source);
        model.addAttribute("sources", sources);
        model.addAttribute("chosen", chosen);
        model.addAttribute("order", order.equals("new") ? "new" : "");
        model.addAttribute("lines", chosen == null ? List.of() : lines(chosen, order.equals("new"), me, page));
        return "signal/log/web/patterns";
    }

    private static @Nullable Written chosen(List<Written> sources, @Nullable Long source) {
        return sources.stream()
                .filter(each -> source == null || each.source().id() == source)
                .findFirst()
                .orElse(null);
    }

    private List<PatternLine> lines(Written chosen, boolean newest, Me me, Page page) {
        long source = chosen.source().id();
        var now = clock.instant();
        var seen = patterns.list(source, newest, PAGE, me, now);
        var hours = patterns.hours(source, seen.stream().map(Seen::id).toList(), Patterns.DAY, me, now);
        return seen.stream()
                .map(each -> new PatternLine(
                        each, Bars.of(hours.getOrDefault(each.id(), new long[Patterns.DAY]), NARROW, LOW, page)))
                .toList();
    }

    /** One that goes on in another is shown there. */
    @GetMapping("/patterns/{source}/{id}")
    String show(@PathVariable long source, @PathVariable long id, Me me, Page page, Model model) {
        var now = clock.instant();
        var seen = patterns.find(source, id, me, now);
        if (seen.wentOnIn() != null) return "redirect:/patterns/" + source + "/" + seen.wentOnIn();
        var hours = patterns.hours(source, List.of(id), Patterns.WEEK, me, now);
        model.addAttribute("pattern", seen);
        model.addAttribute(
                "name",
                patterns.sources(me).stream()
                        .filter(each -> each.source().id() == source)
                        .map(each -> each.source().name())
                        .findFirst()
                        .orElse(""));
        model.addAttribute("bars", Bars.of(hours.getOrDefault(id, new long[Patterns.WEEK]), WIDE, HIGH, page));
        return "signal/log/web/pattern";
    }
}
