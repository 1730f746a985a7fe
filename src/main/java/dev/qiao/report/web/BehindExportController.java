package dev.qiao.report.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import dev.qiao.report.Targets.Mark;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tickets behind a figure as a file. */
@Controller
@Needs(Permission.REPORT_SEE)
class BehindExportController {
    private final Targets targets;
    private final Preferences preferences;
    private final Rights rights;

    BehindExportController(Targets targets, Preferences preferences, Rights rights) {
        this.targets = targets;
        this.preferences = preferences;
        this.rights = rights;
    }

    @GetMapping("/targets/{code}/export")
    void index(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Me me,
            Page page,
            Export file)
            throws IOException {
        var measure = BehindApi.measure(code);
        var period = Period.of(from, to, preferences.zone(), page.now());
        var heads = List.of(
                "report.sheet.number",
                "report.sheet.title",
                "report.sheet.at",
                "report.sheet.amount",
                "report.sheet.good");
        var walk = new Walk<Mark>(
                () -> rights.of(me.id()).filter(now -> now.may(Permission.REPORT_SEE)),
                (mark, reader) -> some(measure, period, mark, reader, page));
        file.write(code, heads, walk, page);
    }

    private Walk.Part<Mark> some(Measure measure, Period period, @Nullable Mark mark, Me me, Page page) {
        var some = targets.behind(measure, period, Walk.PAGE, mark, me, page.now());
        var rows = some.stream()
                .map(line -> Arrays.<@Nullable Object>asList(
                        line.number(),
                        line.title(),
                        line.at(),
                        line.amount(),
                        page.t(line.good() ? "report.sheet.yes" : "report.sheet.no")))
                .toList();
        return new Walk.Part<>(rows, some.size() < Walk.PAGE ? null : Mark.of(some.getLast()));
    }
}
