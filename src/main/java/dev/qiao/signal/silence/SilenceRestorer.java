package dev.qiao.signal.silence;

import dev.qiao.base.Me;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How silences are taken back: one that was made is ended, one that was ended or changed becomes what it was. */
@Configuration(proxyBeanMethods = false)
class SilenceRestorer {
    @Bean
    Restorer signalSilenceRestorer(Silences silences) {
        return new Restorer("signal.silence", (change, me, now) -> {
            var was = change.was(Silences.Said.class);
            if (was.isPresent()) return () -> silences.restore(change.subject(), was.get(), me, now);
            return () -> silences.end(change.subject(), me, now);
        });
    }

    @Bean
    Naming signalSilenceNaming(Silences silences) {
        return new Naming(
                Set.of(Silences.KIND),
                Set.of(),
                ids -> silences.of(ids, Me.QIAO).stream().collect(Collectors.toMap(Silence::id, Silence::reason)));
    }
}
