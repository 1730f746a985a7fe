package dev.qiao.sla.web;

import dev.qiao.base.Refused;
import dev.qiao.sla.Agreement;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Offer;
import dev.qiao.sla.Terms;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What the form of an agreement holds: {@code response.urgent} is a budget, {@code response.pauses} the holds that pause it. */
public record AgreementForm(MultiValueMap<String, String> fields) {
    private static final Pattern BUDGET = Pattern.compile("(\\d{1,4}):([0-5]\\d)");

    static AgreementForm of(Agreement agreement) {
        var form = like(agreement);
        form.fields.set("code", agreement.code());
        form.fields.set("name", agreement.name());
        form.fields.set("seen", Integer.toString(agreement.terms().version()));
        return form;
    }

    /** A new one that promises the same. */
    static AgreementForm like(Agreement agreement) {
        var fields = new LinkedMultiValueMap<String, String>();
        var terms = agreement.terms();
        fields.set("calendar", terms.calendar());
        for (var metric : Metric.values()) {
            for (var priority : Terms.PRIORITIES) {
                fields.set(metric.code() + "." + priority, written(terms.budget(metric, priority)));
            }
            for (var reason : Terms.REASONS) {
                if (terms.pauses(metric, reason)) fields.add(metric.code() + ".pauses", reason);
            }
        }
        return new AgreementForm(fields);
    }

    public String value(String field) {
        return Objects.requireNonNullElse(fields.getFirst(field), "").strip();
    }

    public boolean ticked(String field, String value) {
        return fields.getOrDefault(field, List.of()).contains(value);
    }

    /** The version that was read. Errors: none was. */
    int seen() {
        try {
            return Integer.parseInt(value("seen"));
        } catch (NumberFormatException e) {
            throw Refused.stale("sla.changed_meanwhile");
        }
    }

    Offer offer() {
        var budgets = new EnumMap<Metric, Map<String, Duration>>(Metric.class);
        var pauses = new EnumMap<Metric, Set<String>>(Metric.class);
        for (var metric : Metric.values()) {
            var promised = new LinkedHashMap<String, Duration>();
            for (var priority : Terms.PRIORITIES) promised.put(priority, budget(metric.code() + "." + priority));
            budgets.put(metric, promised);
            var reasons = fields.getOrDefault(metric.code() + ".pauses", List.of());
            if (!reasons.isEmpty()) pauses.put(metric, new HashSet<>(reasons));
        }
        return new Offer(value("calendar"), budgets, pauses);
    }

    private Duration budget(String field) {
        var written = BUDGET.matcher(value(field));
        if (!written.matches()) throw Refused.invalid(field, "sla.budget_form");
        return Duration.ofHours(Integer.parseInt(written.group(1))).plusMinutes(Integer.parseInt(written.group(2)));
    }

    private static String written(Duration budget) {
        return "%d:%02d".formatted(budget.toHours(), budget.toMinutesPart());
    }
}
