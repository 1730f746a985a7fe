package dev.qiao.channel.hook;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Naming;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of webhooks are taken back. */
@Configuration(proxyBeanMethods = false)
class HookRestorer {
    @Bean
    Restorer channelHookRestorer(Hooks hooks, HookSql sql) {
        return new Restorer(Hooks.KIND, (change, me, now) -> back(hooks, sql, change, me, now));
    }

    private static Runnable back(Hooks hooks, HookSql sql, Change change, Me me, Instant now) {
        long id = change.subject();
        var was = change.was(HookDraft.class);
        var is = sql.find(id);
        if (was.isPresent())
            return is.<Runnable>map(hook -> () -> hooks.update(id, hook.version(), was.get(), me, now))
                    .orElse(() -> hooks.restore(id, was.get(), me, now));
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> hooks.delete(id, me, now);
    }

    @Bean
    Naming channelHookNaming(HookSql sql) {
        return new Naming(Set.of(Hooks.KIND), Set.of(), sql::names);
    }
}
