package dev.qiao.demo;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.dispatch.Want;
import dev.qiao.dispatch.Wants;
import dev.qiao.people.People;
import dev.qiao.people.Teams;
import dev.qiao.people.skill.Ability;
import dev.qiao.people.skill.Skills;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.Metric;
import dev.qiao.sla.ladder.Ladders;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Rung;
import dev.qiao.sla.ladder.Rung.Whom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the people of the made-up company can do, what wants it, and who is told when a promise runs out. */
@Component
class Craft {
    private static final Me QIAO = Me.machine(Origin.DEMO);
    private static final int CAPACITY = 40;

    private final Skills skills;
    private final Wants wants;
    private final Services services;
    private final People people;
    private final Teams teams;
    private final Agreements agreements;
    private final Ladders ladders;

    Craft(
            Skills skills,
            Wants wants,
            Services services,
            People people,
            Teams teams,
            Agreements agreements,
            Ladders ladders) {
        this.skills = skills;
        this.wants = wants;
        this.services = services;
        this.people = people;
        this.teams = teams;
        this.agreements = agreements;
        this.ladders = ladders;
    }

    void found(Company company, Instant day) {
        var levels = new HashMap<Long, Map<Long, Integer>>();
        for (var knack : company.skills()) {
            var skill = skills.add(knack.code(), knack.name(), QIAO, day);
            knack.people()
                    .forEach((login, level) -> levels.computeIfAbsent(
                                    people.byLogin(login).orElseThrow().id(), _ -> new HashMap<>())
                            .put(skill.id(), level));
            for (var code : knack.services()) {
                var service = services.byCode(code).orElseThrow().id();
                wants.put(new Want(Want.Kind.SERVICE, service, skill.id(), 2), QIAO, day);
            }
        }
        levels.forEach((person, held) -> {
            var team = teams.ofMember(person).getFirst();
            skills.change(team.id(), new Ability(person, held, CAPACITY), QIAO, day);
        });
        var ladder = new ArrayList<>(ladders.of("vip"));
        ladder.add(new Rung(Metric.RESOLUTION, Mark.of("b30"), Whom.ON_DUTY, null));
        ladders.change("vip", ladder, agreements.revision(), QIAO, day);
    }
}
