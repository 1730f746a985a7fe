package dev.qiao.asset;

import dev.qiao.base.Refused;
import dev.qiao.journal.Restorer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of services are taken back; one that was made is no longer offered. */
@Configuration(proxyBeanMethods = false)
class ServiceRestorer {
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
