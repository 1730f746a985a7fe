package dev.qiao.signal;

import dev.qiao.asset.Links;
import dev.qiao.asset.Services;
import dev.qiao.signal.fold.Failing;
import dev.qiao.signal.rule.AlertRules;
import dev.qiao.signal.rule.Opens;
import dev.qiao.signal.rule.Outcome;
import dev.qiao.signal.rule.RuleList;
import dev.qiao.signal.rule.Traits;
import dev.qiao.signal.source.Meant;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the desk makes of an alert: which service it is about, whether somebody has to come, and how urgent it is. */
@Component
class Judgement {
    private final Services services;
    private final Sources sources;
    private final Meant meant;
    private final AlertRules rules;

    Judgement(Services services, Sources sources, Meant meant, AlertRules rules) {
        this.services = services;
        this.sources = sources;
        this.meant = meant;
        this.rules = rules;
    }

    /** As the rules have it now. */
    RuleList rules() {
        return rules.current();
    }

    Outcome outcome(Alert alert) {
        return outcome(alert, rules());
    }

    private Outcome outcome(Alert alert, RuleList by) {
        return by.of(traits(alert));
    }

    /** What conditions can ask of it. */
    Traits traits(Alert alert) {
        var source = sources.find(alert.source()).map(Source::name).orElse("");
        return new Traits(source, alert.said(), alert.labels());
    }

    /** As bad as the rules say, else as the sender says. */
    Alert graded(Alert alert) {
        return graded(alert, rules());
    }

    Alert graded(Alert alert, RuleList by) {
        var severity = outcome(alert, by).severity();
        return alert.graded(severity == null ? alert.said() : severity);
    }

    @Nullable
    Long service(Alert alert) {
        return service(alert, rules());
    }

    /** As the rules name it, else its labels by code, else what its source is about. */
    @Nullable
    Long service(Alert alert, RuleList by) {
        var ruled = outcome(alert, by).service();
        if (ruled != null) return ruled;
        return meant.service(alert.source(), alert.labels()).orElse(null);
    }

    Opens opens(Alert alert) {
        return opens(alert, rules());
    }

    /**
     * As the rules say; else what is at least major, and what nobody has graded, is an incident, and of what the desk finds itself and
     * what it reads out of logs the rest is a warning.
     */
    Opens opens(Alert alert, RuleList by) {
        var outcome = outcome(alert, by);
        boolean warns = outcome.warns() == null ? foresees(alert) : outcome.warns();
        boolean comes = outcome.opens() == null ? warns || alert.severity().atLeast(Severity.MAJOR) : outcome.opens();
        if (!comes) return Opens.NOTHING;
        return warns ? Opens.WARNING : Opens.INCIDENT;
    }

    private boolean foresees(Alert alert) {
        return alert.severity() == Severity.WARNING
                && sources.find(alert.source())
                        .filter(source ->
                                source.kind() == Sender.OWN || source.kind().logs())
                        .isPresent();
    }

    /** Which services rest on which, now. */
    Links links() {
        return services.links();
    }

    /** By which of these a service that others rest on is failing. */
    List<Failing> failing(List<Alert> judged) {
        var links = links();
        return judged.stream()
                .filter(alert -> alert.open() && alert.severity().atLeast(Severity.MAJOR))
                .filter(alert -> alert.service() != null
                        && !links.carries(alert.service()).isEmpty())
                .filter(alert -> opens(alert) == Opens.INCIDENT)
                .map(alert -> new Failing(
                        alert.id(), Objects.requireNonNull(alert.service()), alert.severity(), alert.incident()))
                .toList();
    }

    /** How far it reaches and how soon it hurts, where no rule says. */
    Level weight(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Level.HIGH;
            case MAJOR, UNKNOWN -> Level.MEDIUM;
            case WARNING, INFO -> Level.LOW;
        };
    }
}
