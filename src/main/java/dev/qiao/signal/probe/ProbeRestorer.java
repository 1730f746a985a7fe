package dev.qiao.signal.probe;

import static java.util.stream.Collectors.toMap;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of probes are taken back. */
@Configuration(proxyBeanMethods = false)
class ProbeRestorer {
    @Bean
    Restorer signalProbeRestorer(Probes probes, ProbeSql sql) {
        return new Restorer("signal.probe", (change, me, now) -> back(probes, sql, change, me, now));
    }

    private static Runnable back(Probes probes, ProbeSql sql, Change change, Me me, Instant now) {
        long id = change.subject();
        var was = change.was(ProbeDraft.class);
        var is = sql.find(id);
        if (was.isPresent())
            return is.<Runnable>map(probe -> () -> probes.update(id, probe.version(), was.get(), me, now))
                    .orElse(() -> probes.restore(id, was.get(), me, now));
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> probes.delete(id, me, now);
    }

    @Bean
    Naming signalProbeNaming(ProbeSql sql) {
        return new Naming(
                Set.of(Probes.KIND),
                Set.of(),
                ids -> ids.stream()
                        .flatMap(id -> sql.find(id).stream())
                        .collect(toMap(Probe::id, probe -> probe.draft().name())));
    }
}
