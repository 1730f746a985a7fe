package dev.qiao.signal.rule;

import dev.qiao.base.Objections;
import dev.qiao.base.Refused;
import dev.qiao.signal.Severity;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule as an administrator describes it, before it has its place in the list. */
public record AlertRuleDraft(
        String name,
        List<String> matchers,
        @Nullable Long service,
        @Nullable Severity severity,
        @Nullable Boolean opens,
        @Nullable Boolean warns,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Long team,
        boolean active) {
    private static final int LONGEST_NAME = 80;

    public AlertRuleDraft {
        name = name.strip().replaceAll("\\s+", " ");
        matchers = List.copyOf(matchers);
    }

    static AlertRuleDraft of(AlertRule rule) {
        return new AlertRuleDraft(
                rule.name(),
                rule.matchers(),
                rule.service(),
                rule.severity(),
                rule.opens(),
                rule.warns(),
                rule.impact(),
                rule.urgency(),
                rule.team(),
                rule.active());
    }

    /** With its conditions as they are written here. Errors: every field that is wrong, at once. */
    AlertRuleDraft checked() {
        var wrong = new Objections();
        wrong.read(() -> named(name));
        var read = wrong.read(() -> Matchers.read(matchers));
        wrong.read(() -> {
            if (severity == Severity.UNKNOWN) throw Refused.invalid("severity", "signal.grade_unknown");
            return severity;
        });
        wrong.read(this::says);
        wrong.raise();
        return new AlertRuleDraft(
                name,
                Objects.requireNonNull(read).lines(),
                service,
                severity,
                opens,
                warns,
                impact,
                urgency,
                team,
                active);
    }

    private static String named(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw Refused.invalid("name", "signal.name_length", LONGEST_NAME);
        return name;
    }

    private Boolean says() {
        if (Stream.of(service, severity, opens, warns, impact, urgency, team).allMatch(Objects::isNull))
            throw Refused.invalid("opens", "signal.rule_says_nothing");
        return true;
    }

    /** As it would stand in the list. */
    AlertRule at(long id, int place) {
        return new AlertRule(
                id, place, name, matchers, service, severity, opens, warns, impact, urgency, team, active, 0);
    }
}
