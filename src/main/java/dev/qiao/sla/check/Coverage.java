package dev.qiao.sla.check;

import static java.util.stream.Collectors.joining;

import dev.qiao.base.Check;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Languages;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.sla.Agreement;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Metric;
import dev.qiao.sla.Selection;
import dev.qiao.sla.Terms;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds what is written down about promises and can never come true. Wrong it is not, so {@code verify} only hints at it. */
@Component
public class Coverage implements Check {
    /**
     * Something to look at.
     *
     * @param agreement its code
     * @param key says what, with the arguments
     */
    public record Finding(String agreement, String key, List<Object> arguments) {}

    private final Agreements agreements;
    private final Organizations organizations;
    private final Subjects subjects;
    private final InstantSource clock;

    Coverage(Agreements agreements, Organizations organizations, Subjects subjects, InstantSource clock) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sla.coverage";
    }

    @Override
    public List<String> problems() {
        return List.of();
    }

    @Override
    public List<String> hints() {
        var english = Languages.shipped().of(Locale.ENGLISH);
        return findings(clock.instant()).stream()
                .map(finding -> finding.agreement() + ": "
                        + english.t(finding.key(), finding.arguments().toArray()))
                .limit(100)
                .toList();
    }

    /** Rules first, in their order; then agreements. */
    public List<Finding> findings(Instant now) {
        var found = new ArrayList<Finding>();
        var order = agreements.selections();
        for (int i = 0; i < order.size(); i++) start(order, i, found);
        for (var agreement : agreements.all()) {
            if (!agreement.standard()
                    && order.stream().noneMatch(s -> s.agreement().equals(agreement.code())))
                found.add(new Finding(agreement.code(), "sla.finding.unused", List.of(agreement.name())));
            stop(agreement, now, found);
        }
        return found;
    }

    /** Whether a rule can ever be the one that applies. */
    private void start(List<Selection> order, int place, List<Finding> found) {
        var rule = order.get(place);
        var taken = Reach.taken(order, place);
        if (taken.size() == 1) found.add(finding(rule, "sla.finding.shadowed", place + 1, taken.getFirst() + 1));
        if (taken.size() > 1)
            found.add(finding(
                    rule,
                    "sla.finding.shadowed_together",
                    place + 1,
                    taken.stream().map(earlier -> String.valueOf(earlier + 1)).collect(joining(" + "))));
        if (rule.service() != null && !subjects.services().contains(rule.service()))
            found.add(finding(rule, "sla.finding.no_service", place + 1, rule.service()));
        if (rule.kind() != null && !subjects.sorts().contains(rule.kind()))
            found.add(finding(rule, "sla.finding.no_kind", place + 1, rule.kind()));
        if (rule.organization() != null
                && !organizations
                        .find(rule.organization())
                        .map(Organization::active)
                        .orElse(false)) found.add(finding(rule, "sla.finding.no_organization", place + 1));
    }

    /** Whether a promise of it can ever fall due. */
    private void stop(Agreement agreement, Instant now, List<Finding> found) {
        var terms = agreement.terms();
        for (var metric : Metric.values()) {
            for (var priority : Terms.PRIORITIES) {
                if (falls(terms, metric, priority, now)) continue;
                found.add(new Finding(
                        agreement.code(), "sla.finding.never_due", List.of(agreement.name(), terms.calendar())));
                return;
            }
        }
        if (terms.time().assumed(now, now))
            found.add(new Finding(
                    agreement.code(), "sla.finding.year_unknown", List.of(agreement.name(), terms.calendar())));
    }

    private static boolean falls(Terms terms, Metric metric, String priority, Instant now) {
        try {
            return terms.time().add(now, terms.budget(metric, priority)).isAfter(now);
        } catch (Refused _) {
            return false;
        }
    }

    private static Finding finding(Selection rule, String key, Object... arguments) {
        return new Finding(rule.agreement(), key, List.of(arguments));
    }
}
