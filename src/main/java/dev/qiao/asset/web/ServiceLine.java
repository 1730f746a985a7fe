package dev.qiao.asset.web;

import dev.qiao.asset.Service;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the catalogue. */
public record ServiceLine(Service service, @Nullable String owner, List<String> teams, List<String> restsOn) {
    static ServiceLine of(Service service, Map<Long, Person> owners, Map<Long, Team> teams, Map<Long, Service> others) {
        var owner = service.ownerId() == null ? null : owners.get(service.ownerId());
        return new ServiceLine(
                service,
                owner == null ? null : owner.name(),
                service.teams().stream()
                        .map(teams::get)
                        .filter(Objects::nonNull)
                        .map(Team::name)
                        .toList(),
                service.restsOn().stream()
                        .map(others::get)
                        .filter(Objects::nonNull)
                        .map(Service::name)
                        .toList());
    }
}
