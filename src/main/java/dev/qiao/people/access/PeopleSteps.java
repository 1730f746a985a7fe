package dev.qiao.people.access;

import dev.qiao.base.FirstStep;
import dev.qiao.base.Permission;
import dev.qiao.people.People;
import dev.qiao.people.Teams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody runs a desk alone. */
@Configuration(proxyBeanMethods = false)
class PeopleSteps {
    @Bean
    FirstStep firstColleague(People people) {
        return new FirstStep(
                "people.first_colleague",
                "/people/new",
                10,
                () -> people.able(Permission.TICKET_WORK).size() > 1);
    }

    @Bean
    FirstStep firstTeam(Teams teams) {
        return new FirstStep(
                "people.first_team",
                "/teams/new",
                20,
                () -> teams.active().stream()
                        .anyMatch(team -> !teams.members(team.id()).isEmpty()));
    }
}
