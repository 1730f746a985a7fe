package dev.qiao.signal.metric.web;

import dev.qiao.base.web.Page;
import dev.qiao.signal.deploy.Deployment;
import dev.qiao.signal.deploy.web.DeploymentPlace;
import dev.qiao.signal.metric.Chart;
import dev.qiao.signal.metric.Course;
import dev.qiao.signal.metric.Spot;
import dev.qiao.signal.promql.Expression;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A chart as it is drawn.
 *
 * @param more how many courses found no room
 */
public record Drawing(
        List<Line> lines,
        List<Band> bands,
        List<Mark> marks,
        List<Tick> rows,
        List<Tick> columns,
        List<Limit> limits,
        int more) {
    /** One course; its look is a tone and a dash, so that it is told apart without colours too. */
    public record Line(String look, String path, String name, String narrow, String last, String least, String most) {}

    /** One incident. */
    public record Band(long ticket, String x, String width, String words) {}

    /** Something that was changed or deployed; where more of it is to be seen. */
    public record Mark(String x, String words, String link) {}

    /** A word at the edge. */
    public record Tick(String place, String words) {}

    /** One threshold. */
    public record Limit(String y, String textY, String words, String link) {}

    private static final int ROWS = 4;
    private static final int COLUMNS = 4;
    private static final int TONES = 5;
    private static final int DASHES = 4;
    private static final double NARROWEST = 4;
    private static final int TOP = 12;
    private static final int ABOVE = 4;
    private static final int LONGEST_NAME = 160;

    static Drawing of(Chart chart, Asked asked, Page page) {
        var unit = Unit.of(chart.code());
        var scale = Scale.of(chart, unit);
        var lines = new ArrayList<Line>();
        for (var course : chart.courses())
            if (!course.spots().isEmpty()) lines.add(line(course, lines.size(), chart, asked, scale, unit, page));
        return new Drawing(
                lines,
                chart.bands().stream().map(band -> band(band, scale, page)).toList(),
                chart.marks().stream().map(one -> mark(one, scale, page)).toList(),
                rows(scale, unit, page),
                columns(chart, page),
                chart.thresholds().stream()
                        .map(one -> new Limit(
                                written(scale.y(one.value()) + TOP),
                                written(scale.y(one.value()) + TOP - ABOVE),
                                one.name() + " " + unit.words(one.value(), page),
                                one.link()))
                        .toList(),
                chart.all() - chart.courses().size());
    }

    private static Line line(Course course, int n, Chart chart, Asked asked, Scale scale, Unit unit, Page page) {
        var values = course.spots().stream().mapToDouble(Spot::value).summaryStatistics();
        return new Line(
                "tone-" + n % TONES + " dash-" + n / TONES % DASHES,
                path(course.spots(), scale),
                name(
                        course.labels(),
                        Expression.of(chart.code()).map(Expression::query).orElse(chart.code())),
                asked.narrow(course.labels()),
                unit.words(course.spots().getLast().value(), page),
                unit.words(values.getMin(), page),
                unit.words(values.getMax(), page));
    }

    private static String name(Map<String, String> labels, String code) {
        var name = labels.entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(", "));
        if (name.isEmpty()) return code;
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
    }

    /** Broken where there is nothing for three times as long as usual. */
    private static String path(List<Spot> spots, Scale scale) {
        var path = new StringBuilder();
        long usual = usual(spots);
        Instant before = null;
        for (var spot : spots) {
            boolean goesOn =
                    before != null && Duration.between(before, spot.at()).toSeconds() <= usual * 3;
            var place = written(scale.x(spot.at())) + " " + written(scale.y(spot.value()));
            path.append(goesOn ? "L" : "M").append(place);
            if (!goesOn) path.append("h0.1");
            before = spot.at();
        }
        return path.toString();
    }

    private static long usual(List<Spot> spots) {
        if (spots.size() < 2) return 1;
        var all = new long[spots.size() - 1];
        for (int n = 1; n < spots.size(); n++)
            all[n - 1] =
                    Duration.between(spots.get(n - 1).at(), spots.get(n).at()).toSeconds();
        Arrays.sort(all);
        return all[all.length / 2];
    }

    private static Band band(Chart.Band band, Scale scale, Page page) {
        double from = scale.x(band.from());
        double until = scale.x(Objects.requireNonNullElse(band.until(), scale.until()));
        var words = page.t("signal.chart.incident", String.valueOf(band.ticket()), page.exact(band.from()));
        double width = Math.max(NARROWEST, until - from);
        return new Band(band.ticket(), written(Math.min(from, Scale.WIDTH - width)), written(width), words);
    }

    private static Mark mark(Deployment one, Scale scale, Page page) {
        var version = one.labels().getOrDefault("version", "");
        var title = version.isEmpty() || one.title().contains(version) ? one.title() : one.title() + " " + version;
        return new Mark(
                String.format(Locale.ROOT, "%.2f%%", scale.x(one.at()) * 100 / Scale.WIDTH),
                page.t("signal.chart.deployed", title, page.exact(one.at())),
                DeploymentPlace.of(one));
    }

    private static List<Tick> rows(Scale scale, Unit unit, Page page) {
        var rows = new ArrayList<Tick>();
        for (int n = 0; n <= ROWS; n++) {
            double value = scale.at((double) n / ROWS);
            rows.add(new Tick(written(scale.y(value) + TOP), unit.words(value, page)));
        }
        return rows;
    }

    private static List<Tick> columns(Chart chart, Page page) {
        var whole = Duration.between(chart.from(), chart.until());
        var columns = new ArrayList<Tick>();
        for (int n = 1; n < COLUMNS; n++) {
            var at = chart.from().plus(whole.multipliedBy(n).dividedBy(COLUMNS));
            var words = whole.toDays() > 1 ? page.times().day(at) : page.times().clock(at);
            columns.add(new Tick(100 * n / COLUMNS + "%", words));
        }
        return columns;
    }

    private static String written(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }
}
