package dev.qiao.signal.source;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of sources are taken back; one that was made is no longer listened to. */
@Configuration(proxyBeanMethods = false)
class SourceRestorers {
    @Bean
    Restorer signalSourceRestorer(Sources sources) {
        return new Restorer("signal.source", (change, me, now) -> {
            var is = sources.find(change.subject()).orElseThrow(() -> Refused.notFound("journal.no_entry"));
            var draft = change.was(SourceDraft.class)
                    .orElseGet(() -> SourceDraft.of(is).retired());
            return () -> sources.update(is.id(), is.version(), draft, me, now);
        });
    }

    @Bean
    Naming signalSourceNaming(Sources sources) {
        return new Naming(
                Set.of(Sources.KIND),
                Set.of("source"),
                ids -> sources.all(Me.QIAO).stream()
                        .filter(source -> ids.contains(source.id()))
                        .collect(Collectors.toMap(Source::id, Source::name)));
    }
}
