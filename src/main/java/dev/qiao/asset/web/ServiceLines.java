package dev.qiao.asset.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.people.People;
import dev.qiao.people.Teams;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The catalogue, with the names of who cares for each service. */
@Component
class ServiceLines {
    private final Services services;
    private final People people;
    private final Teams teams;

    ServiceLines(Services services, People people, Teams teams) {
        this.services = services;
        this.people = people;
        this.teams = teams;
    }

    List<ServiceLine> all() {
        var all = services.all();
        var owners = people.of(
                all.stream().map(Service::ownerId).filter(Objects::nonNull).toList());
        var carers = teams.of(all.stream().flatMap(s -> s.teams().stream()).toList());
        var others = services.of(all.stream().map(Service::id).toList());
        return all.stream().map(s -> ServiceLine.of(s, owners, carers, others)).toList();
    }
}
