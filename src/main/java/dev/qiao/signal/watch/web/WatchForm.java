package dev.qiao.signal.watch.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.signal.Severity;
import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.watch.Season;
import dev.qiao.signal.watch.Side;
import dev.qiao.signal.watch.Sign;
import dev.qiao.signal.watch.Threshold;
import dev.qiao.signal.watch.Trend;
import dev.qiao.signal.watch.Watch;
import dev.qiao.signal.watch.WatchDraft;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a rule holds; numbers as they were typed.
 *
 * @param server which is asked by PromQL, and the metric is an expression; null: the figures that are here
 * @param matchers one a line
 * @param kind what is a sign of trouble
 * @param side on which side trouble is; empty: on both
 * @param seen the version that was read; null for a new rule
 */
public record WatchForm(
        String name,
        @Nullable Long server,
        String metric,
        String matchers,
        String kind,
        String side,
        String limit,
        String calm,
        String minutes,
        String hours,
        String back,
        String times,
        String least,
        String severity,
        @Nullable Long service,
        @Nullable Boolean active,
        @Nullable Integer seen) {
    /** A field that did not come is empty. */
    public WatchForm {
        name = Objects.requireNonNullElse(name, "");
        metric = Objects.requireNonNullElse(metric, "");
        matchers = Objects.requireNonNullElse(matchers, "");
        kind = Objects.requireNonNullElse(kind, "");
        side = Objects.requireNonNullElse(side, "");
        limit = Objects.requireNonNullElse(limit, "").strip();
        calm = Objects.requireNonNullElse(calm, "").strip();
        minutes = Objects.requireNonNullElse(minutes, "").strip();
        hours = Objects.requireNonNullElse(hours, "").strip();
        back = Objects.requireNonNullElse(back, "").strip();
        times = Objects.requireNonNullElse(times, "").strip();
        least = Objects.requireNonNullElse(least, "").strip();
        severity = Objects.requireNonNullElse(severity, "");
    }

    static WatchForm usual(Sign.Kind kind, String metric) {
        return new WatchForm(
                "",
                null,
                metric,
                "",
                kind.code(),
                "above",
                "",
                "",
                "10",
                "24",
                "6",
                "6",
                "0",
                "warning",
                null,
                true,
                null);
    }

    static WatchForm of(Watch watch) {
        var draft = watch.draft();
        var kept = switch (draft.sign()) {
            case Threshold t ->
                usual(Sign.Kind.THRESHOLD, draft.metric())
                        .judging(t.side(), text(t.limit()), text(t.calm()), text(t.minutes()), "", "", "", "");
            case Trend t ->
                usual(Sign.Kind.TREND, draft.metric())
                        .judging(t.side(), text(t.limit()), "", "", text(t.hours()), text(t.back()), "", "");
            case Season s ->
                usual(Sign.Kind.SEASON, draft.metric())
                        .judging(s.side(), "", "", "", "", "", text(s.times()), text(s.least()));
        };
        var asked = Expression.of(draft.metric());
        return new WatchForm(
                draft.name(),
                asked.map(Expression::server).orElse(null),
                asked.map(Expression::query).orElse(draft.metric()),
                String.join("\n", draft.matchers()),
                kept.kind(),
                kept.side(),
                kept.limit(),
                kept.calm(),
                kept.minutes(),
                kept.hours(),
                kept.back(),
                kept.times(),
                kept.least(),
                draft.severity().code(),
                draft.service(),
                draft.active(),
                watch.version());
    }

    private WatchForm judging(
            @Nullable Side where,
            String beyond,
            String milder,
            String lasting,
            String within,
            String past,
            String scatter,
            String matters) {
        return new WatchForm(
                name,
                server,
                metric,
                matchers,
                kind,
                where == null ? "" : where.code(),
                beyond,
                milder,
                lasting,
                within,
                past,
                scatter,
                matters,
                severity,
                service,
                active,
                seen);
    }

    /** Errors: invalid, for a word that is unknown or a number that is none. */
    WatchDraft draft() {
        var watched = server == null ? metric : new Expression(Objects.requireNonNull(server), metric.strip()).code();
        return new WatchDraft(
                name,
                watched,
                List.of(matchers.split("\\R")),
                sign(),
                Coded.of(Severity.class, "severity", severity),
                service,
                Boolean.TRUE.equals(active));
    }

    private Sign sign() {
        return switch (Coded.of(Sign.Kind.class, "kind", kind)) {
            case THRESHOLD -> {
                double bound = number("limit", limit);
                yield new Threshold(
                        where(), bound, calm.isEmpty() ? bound : number("calm", calm), whole("minutes", minutes));
            }
            case TREND -> new Trend(where(), number("limit", limit), whole("hours", hours), whole("back", back));
            case SEASON -> new Season(side.isEmpty() ? null : where(), number("times", times), number("least", least));
        };
    }

    private Side where() {
        return Coded.of(Side.class, "side", side);
    }

    private static double number(String field, String typed) {
        try {
            return Double.parseDouble(typed);
        } catch (NumberFormatException _) {
            throw Refused.invalid(field, "signal.watch_number");
        }
    }

    private static int whole(String field, String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException _) {
            throw Refused.invalid(field, "signal.watch_whole");
        }
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(Math.round(number))
                : Double.toString(number);
    }
}
