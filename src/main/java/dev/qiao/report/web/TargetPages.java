package dev.qiao.report.web;

import dev.qiao.base.Preferences;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Times;
import dev.qiao.report.Figure;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import dev.qiao.report.Targets.Week;
import dev.qiao.report.web.TargetPage.Drill;
import dev.qiao.report.web.TargetPage.Line;
import dev.qiao.report.web.TargetPage.Row;
import dev.qiao.report.web.TargetPage.SpanLink;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the targets' page shows. */
@Component
class TargetPages {
    private static final Duration COURSE = Duration.ofDays(12 * 7);
    private static final int ROWS = 12;
    private static final int ALL = 200;

    private final Targets targets;
    private final Preferences preferences;

    TargetPages(Targets targets, Preferences preferences) {
        this.targets = targets;
        this.preferences = preferences;
    }

    TargetPage of(Period period, @Nullable Measure open, boolean all, Page page) {
        var me = page.reader();
        var zone = preferences.zone();
        var course = course(period, page.now());
        var lines = targets.figures(period, me, page.now()).stream()
                .map(figure -> line(figure, course, figure.measure() == open, page))
                .toList();
        var opened = lines.stream()
                .filter(Line::current)
                .findFirst()
                .map(line -> drill(line, period, course, all ? ALL : ROWS, page));
        var month = YearMonth.from(period.from().atZone(zone)).toString();
        return new TargetPage(
                new Times(page.lang(), zone, page.now())
                        .days(period.from(), period.to().minusSeconds(1)),
                TargetPage.query(period),
                spans(period, open, page),
                month,
                lines,
                opened.orElse(null));
    }

    private Line line(Figure figure, Period course, boolean current, Page page) {
        var measure = figure.measure();
        return new Line(
                figure,
                TargetPage.goal(measure, figure.goal(), page),
                TargetPage.words(measure, figure.value(), page),
                Drawing.spark(figure, weeks(measure, course, page)),
                current);
    }

    private Drill drill(Line line, Period period, Period course, int most, Page page) {
        var measure = line.figure().measure();
        var behind = targets.behind(measure, period, most + 1, null, page.reader(), page.now());
        var rows = behind.stream()
                .limit(most)
                .map(b -> new Row(b, b.amount() == null ? "" : amount(measure, b.amount(), page)))
                .toList();
        return new Drill(
                line,
                Drawing.chart(line.figure(), weeks(measure, course, page), page),
                rows,
                behind.size() > most && most < ALL);
    }

    private static String amount(Measure measure, double amount, Page page) {
        return measure == Measure.SATISFACTION
                ? page.t("report.stars", Math.round(amount))
                : page.duration(Duration.ofSeconds(Math.round(amount * 60)));
    }

    private List<Week> weeks(Measure measure, Period course, Page page) {
        return targets.weeks(measure, course, preferences.zone(), page.reader(), page.now());
    }

    /** The twelve weeks that end with the period, or with now. */
    private static Period course(Period period, Instant now) {
        var end = period.to().isAfter(now) && period.from().isBefore(now) ? now : period.to();
        return new Period(end.minus(COURSE), end.plusMillis(1));
    }

    private List<SpanLink> spans(Period period, @Nullable Measure open, Page page) {
        var zone = preferences.zone();
        var today = LocalDate.ofInstant(page.now(), zone);
        var month = YearMonth.from(today);
        var quarter = month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
        return List.of(
                span("report.last_month", Period.month(month.minusMonths(1), zone), period, open, page),
                span("report.this_month", Period.month(month, zone), period, open, page),
                span(
                        "report.this_quarter",
                        Period.days(quarter.atDay(1), quarter.plusMonths(3).atDay(1), zone),
                        period,
                        open,
                        page),
                span(
                        "report.this_year",
                        Period.days(
                                today.withDayOfYear(1), today.withDayOfYear(1).plusYears(1), zone),
                        period,
                        open,
                        page));
    }

    private static SpanLink span(String key, Period span, Period shown, @Nullable Measure open, Page page) {
        var path = (open == null ? "/targets" : "/targets/" + open.code()) + "?" + TargetPage.query(span);
        return new SpanLink(page.t(key), path, span.equals(shown));
    }
}
