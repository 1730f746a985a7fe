package dev.qiao.signal.rule;

import dev.qiao.signal.Severity;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list that judges alerts: what it leaves open, a later rule decides, and at last the desk's usual judgement.
 *
 * @param place order in the list, smallest first
 * @param matchers conditions as they are written
 * @param opens whether somebody has to come
 * @param warns whether they come for a warning, before users notice anything
 */
public record AlertRule(
        long id,
        int place,
        String name,
        List<String> matchers,
        @Nullable Long service,
        @Nullable Severity severity,
        @Nullable Boolean opens,
        @Nullable Boolean warns,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Long team,
        boolean active,
        int version) {
    public AlertRule {
        matchers = List.copyOf(matchers);
    }

    /** What it says that an alert opens; null: nothing about that. */
    public @Nullable Opens says() {
        if (Boolean.FALSE.equals(opens)) return Opens.NOTHING;
        if (Boolean.TRUE.equals(warns)) return Opens.WARNING;
        return opens == null ? null : Opens.INCIDENT;
    }

    /** The same without a service or a team that is no longer there to be named. */
    AlertRule with(@Nullable Long about, @Nullable Long to) {
        return new AlertRule(
                id, place, name, matchers, about, severity, opens, warns, impact, urgency, to, active, version);
    }
}
