package dev.qiao.people.access;

import dev.qiao.base.FirstStep;
import dev.qiao.base.Permission;
import dev.qiao.base.settings.Setting;
import dev.qiao.base.settings.Settings;
import dev.qiao.people.Invitations;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nobody runs a desk alone. Who is only written down cannot come in yet, and a team without members works on nothing. */
@Configuration(proxyBeanMethods = false)
class PeopleSteps {
    @Bean
    FirstStep firstColleague(People people, Invitations invitations, Settings settings) {
        return new FirstStep(
                "people.first_colleague",
                () -> people.able(Permission.TICKET_WORK).stream()
                        .filter(person -> !invitations.asked(person.id()))
                        .findFirst()
                        .map(person -> "/people/" + person.id())
                        .orElse("/people/new"),
                10,
                () -> settings.flag(Setting.DEMO)
                        || people.able(Permission.TICKET_WORK).stream()
                                        .filter(person -> invitations.asked(person.id()))
                                        .limit(2)
                                        .count()
                                > 1);
    }

    @Bean
    FirstStep firstTeam(Teams teams) {
        return new FirstStep(
                "people.first_team",
                () -> teams.active().stream()
                        .findFirst()
                        .map(team -> "/teams/" + team.code() + "/edit")
                        .orElse("/teams/new"),
                20,
                () -> teams.active().stream()
                        .map(Team::id)
                        .anyMatch(id -> !teams.members(id).isEmpty()));
    }
}
