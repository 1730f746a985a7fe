package dev.qiao.signal.status;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of public pages are taken back; one that was made is seen by nobody. */
@Configuration(proxyBeanMethods = false)
class StatusRestorer {
    @Bean
    Restorer signalStatusPageRestorer(StatusPages pages) {
        return new Restorer("signal.status_page", (change, me, now) -> {
            var is = pages.known(change.subject()).orElseThrow(() -> Refused.notFound("journal.no_entry"));
            var draft = change.was(StatusPageDraft.class)
                    .orElseGet(() -> StatusPageDraft.of(is).hidden());
            return () -> pages.update(is.organization(), is.version(), draft, me, now);
        });
    }

    @Bean
    Naming signalStatusPageNaming(Organizations organizations) {
        return new Naming(
                Set.of(StatusPages.KIND),
                Set.of(),
                ids -> organizations.of(ids).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> name(entry.getValue()))));
    }

    @Bean
    Naming signalStatusServicesNaming(Services services) {
        return new Naming(
                Set.of(),
                Set.of("services"),
                ids -> services.of(ids).values().stream().collect(Collectors.toMap(Service::id, Service::name)));
    }

    private static String name(Organization organization) {
        return organization.name();
    }
}
