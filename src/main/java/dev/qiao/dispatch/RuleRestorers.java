package dev.qiao.dispatch;

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
    Restorer dispatchWantRestorer(Wants wants) {
        return new Restorer("dispatch.want", (change, me, now) -> {
            var was = change.was(Wants.Said.class).map(Wants.Said::want);
            if (was.isPresent()) return () -> wants.put(was.get(), me, now);
            var made = change.became(Wants.Said.class).map(Wants.Said::want).orElseThrow();
            return () -> wants.remove(made.kind(), made.subject(), made.skill(), me, now);
        });
    }

    @Bean
    Naming dispatchRuleNaming(Rules rules) {
        return new Naming(
                Set.of("dispatch.rule", "rule"),
                Set.of("rule"),
                ids -> rules.all().stream()
                        .filter(rule -> ids.contains(rule.id()))
                        .collect(toMap(Rule::id, Rule::name)));
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
