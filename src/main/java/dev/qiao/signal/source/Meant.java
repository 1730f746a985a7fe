package dev.qiao.signal.source;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which service a sender means. */
@Component
public class Meant {
    /** Labels in which senders name what they speak of, the clearest first. */
    private static final List<String> NAMING = List.of("service", "app", "application", "job");

    private final Services services;
    private final Sources sources;

    Meant(Services services, Sources sources) {
        this.services = services;
        this.sources = sources;
    }

    /** The one that the labels name by its code, else the one that the source is about; one that is retired is not meant. */
    public Optional<Long> service(long source, Map<String, String> labels) {
        return NAMING.stream()
                .map(labels::get)
                .filter(Objects::nonNull)
                .flatMap(code -> services.byCode(code.toLowerCase(Locale.ROOT)).stream())
                .filter(Service::active)
                .map(Service::id)
                .findFirst()
                .or(() -> sources.find(source)
                        .map(Source::service)
                        .flatMap(services::find)
                        .filter(Service::active)
                        .map(Service::id));
    }
}
