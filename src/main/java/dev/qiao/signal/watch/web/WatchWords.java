package dev.qiao.signal.watch.web;

import dev.qiao.base.web.Lang;
import dev.qiao.signal.watch.Amount;
import dev.qiao.signal.watch.Season;
import dev.qiao.signal.watch.Sign;
import dev.qiao.signal.watch.Threshold;
import dev.qiao.signal.watch.Trend;
import dev.qiao.signal.watch.Verdict;

/** Rules and what they find, in the reader's words. */
public final class WatchWords {
    private WatchWords() {}

    public static String of(Sign sign, Lang lang) {
        return switch (sign) {
            case Threshold t ->
                lang.t(
                        "signal.watch_says.threshold." + t.side().code(),
                        Amount.of(t.limit()),
                        t.minutes(),
                        Amount.of(t.calm()));
            case Trend t -> lang.t("signal.watch_says.trend." + t.side().code(), Amount.of(t.limit()), t.hours(), t.back());
            case Season s ->
                lang.t(
                        "signal.watch_says.season." + (s.side() == null ? "both" : s.side().code()),
                        Amount.of(s.times()),
                        Amount.of(s.least()));
        };
    }

    public static String of(Verdict verdict, Lang lang) {
        return switch (verdict) {
            case Verdict.Unknown _ -> lang.t("signal.watch_verdict.unknown");
            case Verdict.Calm _ -> lang.t("signal.watch_verdict.calm");
            case Verdict.Between _ -> lang.t("signal.watch_verdict.between");
            case Verdict.Alarming(double value, double limit, _) ->
                lang.t("signal.watch_verdict.alarming", Amount.of(value), Amount.of(limit));
        };
    }
}
