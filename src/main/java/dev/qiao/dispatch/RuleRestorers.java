package dev.qiao.dispatch;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How changes of rules and of the policy are taken back. */
@Configuration(proxyBeanMethods = false)
class RuleRestorers {
    @Bean
    Restorer dispatchRuleRestorer(Rules rules) {
        return new Restorer("dispatch.rule", (change, me, now) -> rule(rules, change, me, now));
    }

    private static Runnable rule(Rules rules, Change change, Me me, Instant now) {
        var was = change.was(Rule.class);
        var is = rules.all().stream()
                .filter(rule -> rule.id() == change.subject())
                .findFirst();
        if (was.isPresent())
            return () -> rules.restore(was.get(), is.map(Rule::version).orElse(null), me, now);
        if (is.isEmpty()) throw Refused.conflict("journal.reversed_already");
        return () -> rules.delete(change.subject(), me, now);
    }

    @Bean
    Restorer dispatchPolicyRestorer(Rules rules) {
        return new Restorer("dispatch.policy", (change, me, now) -> {
            var was = change.must(Policy.class);
            int seen = rules.policy().version();
            return () -> rules.change(
                    new Policy(was.defaultTeam(), was.urgent(), was.important(), was.normal(), seen), me, now);
        });
    }
}
