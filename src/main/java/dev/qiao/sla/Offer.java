package dev.qiao.sla;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What an agreement is to say: terms that are not yet in force. */
public record Offer(String calendar, Map<Metric, Map<String, Duration>> budgets, Map<Metric, Set<String>> pauses) {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(365);

    static Offer of(Terms terms) {
        return new Offer(terms.calendar(), terms.budgets(), terms.pauses());
    }

    /** Errors: a budget that is missing, too short or too long, or an unknown hold; all name their field. */
    void check() {
        for (var metric : Metric.values()) {
            for (var priority : Terms.PRIORITIES) {
                var field = metric.code() + "." + priority;
                var budget = budgets.getOrDefault(metric, Map.of()).get(priority);
                if (budget == null) throw Refused.invalid(field, "sla.budget_missing");
                if (budget.compareTo(SHORTEST) < 0 || budget.compareTo(LONGEST) > 0)
                    throw Refused.invalid(field, "sla.budget_range");
            }
            for (var reason : pauses.getOrDefault(metric, Set.of())) {
                if (!Terms.REASONS.contains(reason))
                    throw Refused.invalid(metric.code() + ".pauses", "sla.unknown_reason", reason);
            }
        }
    }
}
