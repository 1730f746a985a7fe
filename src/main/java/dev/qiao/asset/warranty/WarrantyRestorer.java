package dev.qiao.asset.warranty;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of warranties are taken back. */
@Configuration(proxyBeanMethods = false)
class WarrantyRestorer {
    @Bean
    Restorer assetWarrantyRestorer(Warranties warranties, WarrantySql sql) {
        return new Restorer(Warranties.KIND, (change, me, now) -> back(warranties, sql, change, me, now));
    }

    private static Runnable back(Warranties warranties, WarrantySql sql, Change change, Me me, Instant now) {
        long id = change.subject();
        var was = change.was(WarrantyDraft.class);
        var is = sql.find(id);
        if (was.isPresent())
            return is.<Runnable>map(it -> () -> warranties.update(id, it.version(), was.get(), me, now))
                    .orElse(() -> warranties.restore(id, was.get(), me, now));
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> warranties.delete(id, me, now);
    }

    @Bean
    Naming assetWarrantyNaming(WarrantySql sql) {
        return new Naming(Set.of(Warranties.KIND), Set.of(), sql::names);
    }
}
