package dev.qiao.signal.promql;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of servers that are asked by PromQL are taken back. */
@Configuration(proxyBeanMethods = false)
class ServerRestorer {
    @Bean
    Restorer signalPromqlRestorer(Servers servers, ServerSql sql) {
        return new Restorer(Servers.KIND, (change, me, now) -> back(servers, sql, change, me, now));
    }

    private static Runnable back(Servers servers, ServerSql sql, Change change, Me me, Instant now) {
        long id = change.subject();
        var was = change.was(ServerDraft.class);
        var is = sql.find(id);
        if (was.isPresent())
            return is.<Runnable>map(
                            server -> () -> servers.update(id, server.version(), was.get(), Optional.empty(), me, now))
                    .orElse(() -> servers.restore(id, was.get(), me, now));
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> servers.delete(id, me, now);
    }

    @Bean
    Naming signalPromqlNaming(ServerSql sql) {
        return new Naming(Set.of(Servers.KIND), Set.of(), sql::names);
    }
}
