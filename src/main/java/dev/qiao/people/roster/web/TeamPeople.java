package dev.qiao.people.roster.web;

import dev.qiao.base.Refused;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Teams and their people, as the pages of rosters ask for them. */
@Component
class TeamPeople {
    private final Teams teams;
    private final People people;

    TeamPeople(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    /** Errors: not found. */
    Team team(String code) {
        return teams.byCode(code).orElseThrow(() -> Refused.notFound("people.no_team"));
    }

    /** By name. */
    List<Person> members(Team team) {
        var ids = teams.members(team.id());
        var known = people.of(ids);
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /** Those who are not among the members, by name. */
    List<Person> others(Set<Long> persons, List<Person> members) {
        return people.of(persons).values().stream()
                .filter(person -> !members.contains(person))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
