package dev.qiao.signal.rule;

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

/** How changes of the rules of alerts are taken back. */
@Configuration(proxyBeanMethods = false)
class AlertRuleRestorers {
    @Bean
    Restorer signalRuleRestorer(AlertRules rules) {
        return new Restorer("signal.rule", (change, me, now) -> back(rules, change, me, now));
    }

    private static Runnable back(AlertRules rules, Change change, Me me, Instant now) {
        var was = change.was(AlertRule.class);
        var is = rules.all().stream()
                .filter(rule -> rule.id() == change.subject())
                .findFirst();
        if (was.isPresent())
            return () -> rules.restore(was.get(), is.map(AlertRule::version).orElse(null), me, now);
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> rules.delete(change.subject(), me, now);
    }

    @Bean
    Naming signalRuleNaming(AlertRules rules) {
        return new Naming(
                Set.of(AlertRules.KIND),
                Set.of(),
                ids -> rules.all().stream()
                        .filter(rule -> ids.contains(rule.id()))
                        .collect(toMap(AlertRule::id, AlertRule::name)));
    }
}
