package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People whom one may name, while somebody types a name, a login or an organization. */
@RestController
@Needs(Permission.TICKET_WORK)
class NamingController {
    /**
     * Somebody as a field offers them.
     *
     * @param login or their number, where they have none
     * @param about their organization, else what they are called at work
     */
    record Named(String login, String name, @Nullable String about) {}

    private final People people;
    private final Organizations organizations;

    NamingController(People people, Organizations organizations) {
        this.people = people;
        this.organizations = organizations;
    }

    @GetMapping("/people/naming")
    List<Named> index(@RequestParam(defaultValue = "") String q, Me me) {
        var found = people.nameable(q.strip(), me);
        var known = organizations.of(found.stream().map(Person::organization).toList());
        return found.stream()
                .map(person -> new Named(
                        Optional.ofNullable(person.login()).orElse(Long.toString(person.id())),
                        person.name(),
                        Optional.ofNullable(known.get(person.organization()))
                                .map(Organization::name)
                                .orElse(person.title())))
                .toList();
    }
}
