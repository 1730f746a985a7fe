package dev.qiao.signal.rule;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rules in their order, ready to be asked. */
public final class RuleList {
    private record Line(AlertRule rule, Matchers matchers) {}

    private final List<Line> lines;

    RuleList(List<AlertRule> rules) {
        this.lines = rules.stream()
                .filter(AlertRule::active)
                .map(rule -> new Line(rule, Matchers.read(rule.matchers())))
                .toList();
    }

    /** Of each effect, what the first rule says that matches and says something of it. */
    public Outcome of(Traits traits) {
        if (lines.isEmpty()) return new Outcome(null, null, null, null, null, null, null, null);
        var fitting = lines.stream()
                .filter(line -> line.matchers().matches(traits))
                .map(Line::rule)
                .toList();
        return new Outcome(
                first(fitting, AlertRule::service),
                first(fitting, AlertRule::severity),
                first(fitting, AlertRule::opens),
                first(fitting, AlertRule::warns),
                first(fitting, AlertRule::impact),
                first(fitting, AlertRule::urgency),
                first(fitting, AlertRule::team),
                first(fitting, rule -> rule.team() == null ? null : rule));
    }

    private static <T> @Nullable T first(List<AlertRule> fitting, Function<AlertRule, @Nullable T> effect) {
        for (var rule : fitting) {
            var said = effect.apply(rule);
            if (said != null) return Objects.requireNonNull(said);
        }
        return null;
    }
}
