package dev.qiao.people.restore;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.qiao.journal.Naming;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.skill.Skill;
import dev.qiao.people.skill.Skills;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How persons, teams, organizations and skills are called where entries hold their numbers. */
@Configuration(proxyBeanMethods = false)
class PeopleNames {
    private static final String ABILITY = "people.ability";

    @Bean
    Naming personNaming(People people) {
        var fields = Set.of(
                "person",
                "persons",
                "personId",
                "lead",
                "leadId",
                "ownerId",
                "instead",
                "asker",
                "asked",
                "by",
                "holders",
                "view.taken.from");
        return new Naming(Set.of("person", ABILITY), fields, ids -> called(people.of(ids), person -> person.name()));
    }

    /** Who has left has their turn still, and it is a gap: that is read where a layer comes back, too. */
    @Bean
    Naming turnNaming(People people) {
        return new Naming(
                Set.of(),
                Set.of("turns"),
                ids -> called(people.of(ids), person -> person.name()),
                ids -> people.of(ids).values().stream()
                        .filter(person -> !person.active())
                        .map(Person::id)
                        .collect(toSet()));
    }

    @Bean
    Naming teamNaming(Teams teams) {
        var fields = Set.of("team", "teams", "defaultTeam");
        return new Naming(Set.of("team", "roster"), fields, ids -> called(teams.of(ids), Team::name));
    }

    @Bean
    Naming organizationNaming(Organizations organizations) {
        var fields = Set.of("organization");
        return new Naming(fields, fields, ids -> called(organizations.of(ids), organization -> organization.name()));
    }

    @Bean
    Naming skillNaming(Skills skills) {
        var fields = Set.of("skill", "levels");
        return new Naming(Set.of("people.skill"), fields, ids -> named(skills, ids));
    }

    private static Map<Long, String> named(Skills skills, Collection<Long> ids) {
        return skills.all().stream().filter(skill -> ids.contains(skill.id())).collect(toMap(Skill::id, Skill::name));
    }

    private static <T> Map<Long, String> called(Map<Long, T> found, Function<T, String> name) {
        return found.entrySet().stream().collect(toMap(Map.Entry::getKey, entry -> name.apply(entry.getValue())));
    }
}
