package dev.qiao.report.web;

import dev.qiao.base.web.Page;
import dev.qiao.report.Figure;
import dev.qiao.report.Measure;
import dev.qiao.report.Targets.Week;
import dev.qiao.report.web.TargetPage.Chart;
import dev.qiao.report.web.TargetPage.Column;
import dev.qiao.report.web.TargetPage.Spark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Weeks as lines and columns; geometry only, colour is the stylesheet's. */
final class Drawing {
    private static final double SPARK_WIDTH = 120;
    private static final double SPARK_HEIGHT = 28;
    private static final double TOP = 36;
    private static final double FLOOR = 168;
    private static final double MARGIN = 4;

    private Drawing() {}

    static Spark spark(Figure figure, List<Week> weeks) {
        var known = weeks.stream().filter(w -> w.value() != null).toList();
        if (known.isEmpty()) return new Spark("", null, null, null, false);
        double goal = Objects.requireNonNullElse(figure.goal(), value(known.getFirst()));
        double low =
                Math.min(goal, known.stream().mapToDouble(Drawing::value).min().orElse(0));
        double high =
                Math.max(goal, known.stream().mapToDouble(Drawing::value).max().orElse(1));
        double range = Math.max(high - low, Math.max(1e-9, Math.abs(high) * 0.02));
        double step = known.size() == 1 ? 0 : (SPARK_WIDTH - 4) / (known.size() - 1);
        var points = new ArrayList<String>();
        for (int i = 0; i < known.size(); i++)
            points.add(number(2 + i * step) + "," + number(height(value(known.get(i)), low, range)));
        var last = points.getLast().split(",", -1);
        return new Spark(
                String.join(" ", points),
                figure.goal() == null ? null : number(height(goal, low, range)),
                last[0],
                last[1],
                figure.state().equals("missed"));
    }

    private static double height(double value, double low, double range) {
        return SPARK_HEIGHT - 4 - (value - low) / range * (SPARK_HEIGHT - 8);
    }

    /** Columns grow grey up to the goal line; only what is beyond it is red. */
    static Chart chart(Figure figure, List<Week> weeks, Page page) {
        var measure = figure.measure();
        double most = weeks.stream()
                .filter(w -> w.value() != null)
                .mapToDouble(Drawing::value)
                .max()
                .orElse(1);
        double top = measure.unit == Measure.Unit.PERCENT
                ? 100
                : Math.max(most, Objects.requireNonNullElse(figure.goal(), 0.0)) * 1.1;
        double scale = (FLOOR - TOP) / Math.max(1e-9, top);
        double slot = (100 - MARGIN) / Math.max(1, weeks.size());
        var columns = new ArrayList<Column>();
        for (int i = 0; i < weeks.size(); i++) {
            columns.add(column(weeks.get(i), i, figure, scale, slot, page));
        }
        var goalY = figure.goal() == null ? null : FLOOR - figure.goal() * scale;
        var said =
                columns.stream().map(c -> c.week() + " " + c.words()).collect(Collectors.joining(page.t("base.comma")));
        return new Chart(
                columns,
                goalY,
                page.t("report.goal_line", TargetPage.words(measure, figure.goal(), page)),
                page.t("report.course", page.t("report.measure." + measure.code()), said));
    }

    private static Column column(Week week, int place, Figure figure, double scale, double slot, Page page) {
        double value = week.value() == null ? 0 : value(week);
        var goal = figure.goal();
        double limit = goal == null || figure.measure().goal != Measure.Goal.AT_MOST ? Double.MAX_VALUE : goal;
        boolean over = value > limit;
        double built = Math.min(value, limit);
        return new Column(
                MARGIN + place * slot + slot * 0.2,
                slot * 0.6,
                FLOOR - built * scale,
                built * scale,
                FLOOR - value * scale,
                over ? (value - limit) * scale : 0,
                brief(figure.measure(), week.value(), page),
                page.times().day(week.week()),
                place % 2 == 1);
    }

    /** One unit is all that fits above a column. */
    private static String brief(Measure measure, @Nullable Double value, Page page) {
        if (value == null) return "";
        return switch (measure.unit) {
            case PERCENT -> "%.0f".formatted(value);
            case MINUTES ->
                value < 60
                        ? page.t("base.minutes", Math.round(value))
                        : page.t("base.hours", String.format(Locale.ROOT, "%.1f", value / 60));
        };
    }

    private static double value(Week week) {
        return Objects.requireNonNull(week.value());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
