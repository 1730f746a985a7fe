package dev.qiao.signal.status.web;

import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Times;
import dev.qiao.signal.status.Board;
import dev.qiao.signal.status.Board.Day;
import dev.qiao.signal.status.Board.Line;
import dev.qiao.signal.status.Board.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A board in the reader's words, in the zone of the desk.
 *
 * @param state of all of it: the worst
 * @param age how long ago it was read
 */
public record Shown(Times times, State state, String age, List<Row> rows) {
    private static final double HALF = 95;

    /**
     * A service with its days.
     *
     * @param percent in words
     * @param about what the bars show, in words
     */
    public record Row(Line line, String percent, String about, List<Bar> bars) {}

    /**
     * A day.
     *
     * @param kind whole, part, low, or none where it does not count; each is as high as its kind
     * @param height of 20
     * @param title empty where there is nothing to say
     */
    public record Bar(int x, String kind, int height, String title) {}

    static Shown of(Board board, Page page) {
        var times = new Times(page.lang(), board.zone(), page.now());
        var state = board.lines().stream().map(Line::state).min(Enum::compareTo).orElse(State.UP);
        var rows = board.lines().stream().map(line -> row(line, times)).toList();
        return new Shown(times, state, times.duration(Duration.between(board.at(), page.now())), rows);
    }

    private static Row row(Line line, Times times) {
        var bars = new ArrayList<Bar>();
        int troubled = 0;
        for (int n = 0; n < line.days().size(); n++) {
            var bar = bar(n, line.days().get(n), times);
            if (!bar.title().isEmpty()) troubled++;
            bars.add(bar);
        }
        var lang = times.lang();
        var about = troubled == 0
                ? lang.t("signal.status_days_whole", bars.size())
                : lang.t("signal.status_days", bars.size(), troubled);
        return new Row(line, percent(line.percent(), lang), about, bars);
    }

    private static Bar bar(int n, Day day, Times times) {
        if (day.percent().isEmpty()) return new Bar(n, "none", 4, "");
        double percent = day.percent().getAsDouble();
        if (percent == 100) return new Bar(n, "whole", 20, "");
        var title = times.lang().t("signal.status_day", times.date(day.date()), percent(day.percent(), times.lang()));
        return percent < HALF ? new Bar(n, "low", 8, title) : new Bar(n, "part", 14, title);
    }

    /** Cut, not rounded: 99.996 % is not all of it. */
    private static String percent(OptionalDouble percent, Lang lang) {
        if (percent.isEmpty()) return "–";
        double cut = Math.floor(percent.getAsDouble() * 100) / 100;
        return lang.t("signal.percent", cut == 100 ? "100" : String.format(Locale.ROOT, "%.2f", cut));
    }
}
