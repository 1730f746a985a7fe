package dev.qiao.signal.rule;

import dev.qiao.signal.Severity;
import dev.qiao.ticket.Weight.Level;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say of one alert; null where none says anything.
 *
 * @param warns whether its ticket is a warning
 * @param team who gets its ticket
 * @param sender the rule that says who
 */
public record Outcome(
        @Nullable Long service,
        @Nullable Severity severity,
        @Nullable Boolean opens,
        @Nullable Boolean warns,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Long team,
        @Nullable AlertRule sender) {}
