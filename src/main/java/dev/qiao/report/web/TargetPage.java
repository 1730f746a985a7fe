package dev.qiao.report.web;

import dev.qiao.base.web.Page;
import dev.qiao.report.Figure;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets.Behind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The targets as a page.
 *
 * @param period its words
 * @param spans links to other periods
 * @param open the measure whose course is shown
 */
public record TargetPage(
        String period,
        String query,
        List<SpanLink> spans,
        String month,
        List<Line> lines,
        @Nullable Drill open) {

    public record SpanLink(String label, String path, boolean current) {}

    /** A measure as a row. */
    public record Line(Figure figure, String goal, String value, Spark spark, boolean current) {
        public String code() {
            return figure.measure().code();
        }
    }

    /** The course of the last weeks as a small line. */
    public record Spark(
            String points,
            @Nullable String goalY,
            @Nullable String lastX,
            @Nullable String lastY,
            boolean missed) {
        public boolean drawn() {
            return lastX != null;
        }
    }

    /** The opened measure: its weeks as columns, and the tickets behind the period. */
    public record Drill(Line line, Chart chart, List<Row> rows, boolean more) {}

    public record Row(Behind behind, String amount) {}

    /**
     * How a figure went, week by week.
     *
     * @param aloud all of it in one sentence, for those who listen
     */
    public record Chart(List<Column> columns, @Nullable Double goalY, String goalWords, String aloud) {}

    /** A column in percent of the width and in units of the height. */
    public record Column(
            double x,
            double width,
            double y,
            double height,
            double overY,
            double overHeight,
            String words,
            String week,
            boolean rare) {
        public boolean over() {
            return overHeight > 0;
        }

        public String percent(double value) {
            return String.format(Locale.ROOT, "%.2f%%", value);
        }

        public String units(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }

    public long count(String state) {
        return lines.stream()
                .filter(line -> line.figure().state().equals(state))
                .count();
    }

    /** A figure in words: minutes as a duration, percent with one digit. */
    static String words(Measure measure, @Nullable Double value, Page page) {
        if (value == null) return "–";
        return switch (measure.unit) {
            case MINUTES -> page.duration(Duration.ofSeconds(Math.round(value * 60)));
            case PERCENT -> (value == Math.rint(value) ? "%.0f%%" : "%.1f%%").formatted(value);
        };
    }

    static String goal(Measure measure, @Nullable Double goal, Page page) {
        if (goal == null) return "–";
        var sign = measure.goal == Measure.Goal.AT_MOST ? "≤ " : goal >= 100 ? "" : "≥ ";
        return sign + words(measure, goal, page);
    }

    static String query(Period period) {
        return "from=" + period.from() + "&to=" + period.to();
    }
}
