package dev.qiao.asset;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of services are taken back; one that was made is no longer offered. */
@Configuration(proxyBeanMethods = false)
class ServiceRestorer {
    @Bean
    Naming assetServiceNaming(Services services) {
        return new Naming(
                Set.of("service"),
                Set.of("service", "restsOn"),
                ids -> services.of(ids).values().stream().collect(toMap(Service::id, Service::name)));
    }

    @Bean
    Restorer assetServiceRestorer(Services services) {
        return new Restorer("asset.service", (change, me, now) -> {
            var is = services.find(change.subject()).orElseThrow(() -> Refused.notFound("journal.no_entry"));
            var draft = change.was(ServiceDraft.class)
                    .orElseGet(() -> ServiceDraft.of(is).retired());
            return () -> services.update(is.id(), is.version(), draft, me, now);
        });
    }
}
