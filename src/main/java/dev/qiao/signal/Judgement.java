package dev.qiao.signal;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Weight.Level;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the desk makes of an alert: which service it is about, whether somebody has to come, and how urgent it is. */
@Component
class Judgement {
    /** Labels in which senders name what is disturbed, the clearest first. */
    private static final List<String> NAMING = List.of("service", "app", "application", "job");

    private final Services services;
    private final Sources sources;

    Judgement(Services services, Sources sources) {
        this.services = services;
        this.sources = sources;
    }

    /** As its labels name it by code, else what its source is about. */
    @Nullable
    Long service(Alert alert) {
        return NAMING.stream()
                .map(alert.labels()::get)
                .filter(Objects::nonNull)
                .flatMap(code -> services.byCode(code.toLowerCase(Locale.ROOT)).stream())
                .filter(Service::active)
                .map(Service::id)
                .findFirst()
                .or(() -> ofSource(alert))
                .orElse(null);
    }

    private Optional<Long> ofSource(Alert alert) {
        return sources.find(alert.source())
                .map(Source::service)
                .flatMap(services::find)
                .filter(Service::active)
                .map(Service::id);
    }

    /** Whether somebody has to come: for what is at least major, and for what nobody has graded. */
    boolean calls(Alert alert) {
        return alert.severity().atLeast(Severity.MAJOR);
    }

    /** How far it reaches and how soon it hurts. */
    Level weight(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Level.HIGH;
            case MAJOR, UNKNOWN -> Level.MEDIUM;
            case WARNING, INFO -> Level.LOW;
        };
    }
}
