package dev.qiao.report.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import dev.qiao.report.Targets.Behind;
import dev.qiao.report.Targets.Mark;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tickets behind a figure, what went wrong first. */
@RestController
@RequestMapping("/api/v1/targets/{code}/tickets")
@Needs(Permission.REPORT_SEE)
class BehindApi {
    private final Targets targets;
    private final Preferences preferences;
    private final InstantSource clock;

    BehindApi(Targets targets, Preferences preferences, InstantSource clock) {
        this.targets = targets;
        this.preferences = preferences;
        this.clock = clock;
    }

    @GetMapping
    Slice<Behind> index(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Paging paging,
            Me me) {
        var now = clock.instant();
        var measure = measure(code);
        var after = paging.after("behind");
        var mark = after == null ? null : new Mark(after.yes(0), after.decimalOrNull(1), after.number(2));
        var period = Period.of(from, to, preferences.zone(), now);
        var found = targets.behind(measure, period, paging.limit() + 1, mark, me, now);
        return Slice.of(found, paging.limit(), last -> Keyset.of("behind", last.good(), last.amount(), last.number()));
    }

    static Measure measure(String code) {
        if (Arrays.stream(Measure.values()).noneMatch(m -> m.code().equals(code))) {
            throw Refused.notFound("report.no_target", code);
        }
        return Coded.of(Measure.class, "code", code);
    }
}
