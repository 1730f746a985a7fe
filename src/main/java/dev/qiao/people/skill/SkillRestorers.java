package dev.qiao.people.skill;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.journal.Restorer;
import dev.qiao.journal.Restorer.Change;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How skills, and what is said of who has them, are taken back. */
@Configuration(proxyBeanMethods = false)
class SkillRestorers {
    @Bean
    Restorer skillRestorer(Skills skills) {
        return new Restorer("people.skill", (change, me, now) -> skill(skills, change, me, now));
    }

    private static Runnable skill(Skills skills, Change change, Me me, Instant now) {
        boolean there = skills.find(change.subject()).isPresent();
        if (there == change.became(Skills.Said.class).isEmpty()) throw Refused.conflict("journal.reversed_already");
        return change.was(Skills.Said.class)
                .<Runnable>map(was -> () -> skills.restore(was, me, now))
                .orElse(() -> skills.remove(change.subject(), me, now));
    }

    @Bean
    Restorer abilityRestorer(Skills skills, Teams teams) {
        return new Restorer("people.ability", (change, me, now) -> {
            var was = change.must(Ability.class);
            long team = teams.ofMember(change.subject()).stream()
                    .max(Comparator.comparing(of -> skills.writes(of, me)))
                    .map(Team::id)
                    .orElseThrow(() -> Refused.conflict("people.ability_no_team"));
            return () -> skills.change(team, was, me, now);
        });
    }
}
