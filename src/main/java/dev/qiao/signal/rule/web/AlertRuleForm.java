package dev.qiao.signal.rule.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.signal.Severity;
import dev.qiao.signal.rule.AlertRule;
import dev.qiao.signal.rule.AlertRuleDraft;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a rule holds; an effect that is empty is left to others.
 *
 * @param matchers one a line
 * @param opens what it opens: an incident, a warning, nothing; or nothing is said
 * @param seen the version that was read; null for a new rule
 */
public record AlertRuleForm(
        String name,
        String matchers,
        @Nullable Long service,
        String severity,
        String opens,
        String impact,
        String urgency,
        @Nullable Long team,
        @Nullable Boolean active,
        @Nullable Integer seen) {
    static final String INCIDENT = "incident";
    static final String WARNING = "warning";
    static final String NOTHING = "nothing";

    /** A field that did not come is empty. */
    public AlertRuleForm {
        name = Objects.requireNonNullElse(name, "");
        matchers = Objects.requireNonNullElse(matchers, "");
        severity = Objects.requireNonNullElse(severity, "");
        opens = Objects.requireNonNullElse(opens, "");
        impact = Objects.requireNonNullElse(impact, "");
        urgency = Objects.requireNonNullElse(urgency, "");
    }

    static AlertRuleForm empty() {
        return new AlertRuleForm("", "", null, "", "", "", "", null, true, null);
    }

    static AlertRuleForm of(AlertRule rule) {
        return new AlertRuleForm(
                rule.name(),
                String.join("\n", rule.matchers()),
                rule.service(),
                code(rule.severity()),
                opens(rule),
                code(rule.impact()),
                code(rule.urgency()),
                rule.team(),
                rule.active(),
                rule.version());
    }

    /** Errors: an unknown word. */
    AlertRuleDraft draft() {
        if (!List.of("", INCIDENT, WARNING, NOTHING).contains(opens))
            throw Refused.invalid("opens", "base.unknown_word", opens, String.join(", ", INCIDENT, WARNING, NOTHING));
        return new AlertRuleDraft(
                name,
                List.of(matchers.split("\\R")),
                service,
                word(Severity.class, "severity", severity),
                opens.isEmpty() ? null : !opens.equals(NOTHING),
                (opens.isEmpty() || opens.equals(NOTHING)) ? null : opens.equals(WARNING),
                word(Level.class, "impact", impact),
                word(Level.class, "urgency", urgency),
                team,
                Boolean.TRUE.equals(active));
    }

    static String opens(AlertRule rule) {
        return code(rule.says());
    }

    private static String code(@Nullable Coded word) {
        return word == null ? "" : word.code();
    }

    private static <E extends Enum<E> & Coded> @Nullable E word(Class<E> type, String field, String code) {
        return code.isEmpty() ? null : Coded.of(type, field, code);
    }

    public @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
