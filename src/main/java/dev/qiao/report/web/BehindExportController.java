package dev.qiao.report.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.sheet.Exports;
import dev.qiao.base.sheet.Format;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Rights;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import dev.qiao.report.Targets.Mark;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The tickets behind a figure as a file. */
@Controller
@Needs(Permission.REPORT_SEE)
class BehindExportController {
    private static final int PAGE = 500;

    private final Targets targets;
    private final Preferences preferences;
    private final Rights rights;
    private final Exports exports;

    BehindExportController(Targets targets, Preferences preferences, Rights rights, Exports exports) {
        this.targets = targets;
        this.preferences = preferences;
        this.rights = rights;
        this.exports = exports;
    }

    @GetMapping("/targets/{code}/export")
    void index(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "csv") String format,
            @RequestParam(required = false) @Nullable String as,
            Me me,
            Page page,
            HttpServletResponse response)
            throws IOException {
        var measure = BehindApi.measure(code);
        var period = Period.of(from, to, preferences.zone(), page.now());
        var heads = List.of(
                page.t("report.sheet.number"),
                page.t("report.sheet.title"),
                page.t("report.sheet.at"),
                page.t("report.sheet.amount"),
                page.t("report.sheet.good"));
        var sheet = new Sheet(code, heads, new Walk(measure, period, me, page));
        exports.write(sheet, Coded.of(Format.class, "format", format), as, page, response);
    }

    /** Page after page, as long as the person may still see figures, and of what they may see by then. */
    private final class Walk implements Sheet.Source {
        private final Measure measure;
        private final Period period;
        private final Me asker;
        private final Page page;
        private @Nullable Mark mark;
        private boolean ended;

        Walk(Measure measure, Period period, Me asker, Page page) {
            this.measure = measure;
            this.period = period;
            this.asker = asker;
            this.page = page;
        }

        @Override
        public Optional<List<List<@Nullable Object>>> next() {
            var me = rights.of(asker.id()).filter(now -> now.may(Permission.REPORT_SEE));
            if (ended || me.isEmpty()) return Optional.empty();
            var some = targets.behind(measure, period, PAGE, mark, me.get(), page.now());
            ended = some.size() < PAGE;
            if (!some.isEmpty()) mark = Mark.of(some.getLast());
            return Optional.of(some.stream()
                    .map(line -> Arrays.<@Nullable Object>asList(
                            line.number(),
                            line.title(),
                            line.at(),
                            line.amount(),
                            page.t(line.good() ? "report.sheet.yes" : "report.sheet.no")))
                    .toList());
        }
    }
}
