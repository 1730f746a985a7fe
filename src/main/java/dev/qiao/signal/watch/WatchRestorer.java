package dev.qiao.signal.watch;

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

/** How changes of the rules by which figures are watched are taken back. */
@Configuration(proxyBeanMethods = false)
class WatchRestorer {
    @Bean
    Restorer signalWatchRestorer(Watches watches, WatchSql sql) {
        return new Restorer(Watches.KIND, (change, me, now) -> back(watches, sql, change, me, now));
    }

    private static Runnable back(Watches watches, WatchSql sql, Change change, Me me, Instant now) {
        long id = change.subject();
        var was = change.was(WatchDraft.class);
        var is = sql.find(id);
        if (was.isPresent())
            return is.<Runnable>map(watch -> () -> watches.update(id, watch.version(), was.get(), me, now))
                    .orElse(() -> watches.restore(id, was.get(), me, now));
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> watches.delete(id, me, now);
    }

    @Bean
    Naming signalWatchNaming(WatchSql sql) {
        return new Naming(
                Set.of(Watches.KIND),
                Set.of(),
                ids -> sql.all().stream()
                        .filter(watch -> ids.contains(watch.id()))
                        .collect(toMap(Watch::id, watch -> watch.draft().name())));
    }
}
