package dev.qiao.feedback.survey.web;

import static java.util.stream.Collectors.toMap;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.feedback.survey.Results;
import dev.qiao.feedback.survey.Results.Dimension;
import dev.qiao.feedback.survey.Results.Group;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What teams, services, organizations and people are called. */
@Component
class Names {
    private final Teams teams;
    private final Services services;
    private final Organizations organizations;
    private final People people;

    Names(Teams teams, Services services, Organizations organizations, People people) {
        this.teams = teams;
        this.services = services;
        this.organizations = organizations;
        this.people = people;
    }

    Map<Dimension, Map<Long, String>> of(Results.Of results) {
        var names = new EnumMap<Dimension, Map<Long, String>>(Dimension.class);
        results.groups()
                .forEach((dimension, groups) -> names.put(
                        dimension, of(dimension, groups.stream().map(Group::key).toList())));
        return names;
    }

    private Map<Long, String> of(Dimension dimension, List<Long> keys) {
        return switch (dimension) {
            case TEAM -> teams.of(keys).values().stream().collect(toMap(Team::id, Team::name));
            case SERVICE -> services.of(keys).values().stream().collect(toMap(Service::id, Service::name));
            case ORGANIZATION ->
                organizations.of(keys).values().stream().collect(toMap(Organization::id, Organization::name));
            case PERSON -> people.of(keys).values().stream().collect(toMap(Person::id, Person::name));
        };
    }
}
