package dev.qiao.dispatch.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Refused;
import dev.qiao.dispatch.Rule;
import dev.qiao.dispatch.RuleDraft;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Weight.Priority;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a rule holds; empty means that it does not matter.
 *
 * @param words separated by commas, spaces or lines
 * @param seen the version that was read; null for a new rule
 */
public record RuleForm(
        String name,
        @Nullable String kind,
        @Nullable Long category,
        @Nullable Long service,
        @Nullable Long organization,
        @Nullable String words,
        @Nullable String priority,
        @Nullable Boolean vip,
        @Nullable Long team,
        @Nullable Boolean active,
        @Nullable Integer seen) {
    private static final Pattern BETWEEN = Pattern.compile("[\\s,，、;；]+");

    /** A field that did not come is empty. */
    public RuleForm {
        name = Objects.requireNonNullElse(name, "");
    }

    static RuleForm empty() {
        return new RuleForm("", null, null, null, null, null, null, null, null, true, null);
    }

    static RuleForm of(Rule rule) {
        return new RuleForm(
                rule.name(),
                rule.kind() == null ? null : rule.kind().code(),
                rule.category(),
                rule.service(),
                rule.organization(),
                String.join("，", rule.words()),
                rule.priority() == null ? null : rule.priority().code(),
                rule.vip(),
                rule.team(),
                rule.active(),
                rule.version());
    }

    /** Errors: no team, an unknown kind or priority. */
    RuleDraft draft() {
        if (team == null) throw Refused.invalid("team", "dispatch.team_missing");
        return new RuleDraft(
                name,
                said(kind).map(k -> Coded.of(Kind.class, "kind", k)).orElse(null),
                category,
                service,
                organization,
                said(words).stream().flatMap(BETWEEN::splitAsStream).toList(),
                said(priority).map(p -> Coded.of(Priority.class, "priority", p)).orElse(null),
                Boolean.TRUE.equals(vip),
                team,
                Boolean.TRUE.equals(active));
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text).filter(t -> !t.isBlank());
    }

    public @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
