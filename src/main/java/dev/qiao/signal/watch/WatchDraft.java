package dev.qiao.signal.watch;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.signal.Severity;
import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.rule.Matchers;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as an administrator describes it.
 *
 * @param metric which figures: a metric, a vital, or an {@link Expression}
 * @param matchers conditions on their labels, as they are written
 * @param sign what is a sign of trouble in them
 * @param severity how bad that is; what is at least major opens an incident, the rest a warning
 * @param service what it is about where the labels do not say
 */
public record WatchDraft(
        String name,
        String metric,
        List<String> matchers,
        Sign sign,
        Severity severity,
        @Nullable Long service,
        boolean active) {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_METRIC = 200;
    private static final int LONGEST_EXPRESSION = 1_000;

    public WatchDraft {
        name = name.strip().replaceAll("\\s+", " ");
        metric = metric.strip();
        matchers = List.copyOf(matchers);
    }

    /** With its conditions as they are written here. Errors: every field that is wrong, at once. */
    WatchDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> within("name", "signal.name_length", name, LONGEST_NAME));
        int longest = Expression.of(metric).isPresent() ? LONGEST_EXPRESSION : LONGEST_METRIC;
        wrong.read(() -> within("metric", "signal.watch_metric_length", metric, longest));
        var read = wrong.read(() -> Matchers.read(matchers));
        wrong.read(() -> {
            if (severity == Severity.UNKNOWN) throw Refused.invalid("severity", "signal.grade_unknown");
            return severity;
        });
        wrong.read(() -> switch (sign) {
            case Threshold threshold -> threshold.checked();
            case Trend trend -> trend.checked();
            case Season season -> season.checked();
        });
        wrong.raise();
        return new WatchDraft(name, metric, Objects.requireNonNull(read).lines(), sign, severity, service, active);
    }

    private static String within(String field, String key, String text, int longest) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > longest)
            throw Refused.invalid(field, key, longest);
        return text;
    }
}
