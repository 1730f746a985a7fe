package dev.qiao.ticket.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes, logins and numbers of other things, as they come in. Errors: invalid, naming the field and what is unknown. */
@Component
public class References {
    private final People people;
    private final Teams teams;
    private final Organizations organizations;
    private final Services services;
    private final Categories categories;

    References(People people, Teams teams, Organizations organizations, Services services, Categories categories) {
        this.people = people;
        this.teams = teams;
        this.organizations = organizations;
        this.services = services;
        this.categories = categories;
    }

    /** A login, or the number of somebody who has none. */
    public @Nullable Long person(String field, @Nullable String code) {
        return id(field, code, people::byCode, Person::id, "ticket.unknown_person");
    }

    /**
     * As a page's field has it: whoever was chosen from what it offered, a login, or a name that only one person has.
     */
    public @Nullable Long somebody(String field, @Nullable String typed, Me me) {
        if (typed == null || typed.isBlank()) return null;
        var code = People.meant(typed);
        var known = people.byCode(code);
        if (known.isPresent()) return known.get().id();
        var called = people.nameable(code, me).stream()
                .filter(person -> person.name().equals(code))
                .toList();
        if (called.size() > 1) throw Refused.invalid(field, "ticket.several_people", code);
        return called.stream().findFirst().map(Person::id).orElseThrow(() -> unknown(field, code));
    }

    /** The organization of somebody; null for none. */
    public @Nullable Long home(long person) {
        return people.find(person)
                .map(Person::organization)
                .filter(id -> id != 0)
                .orElse(null);
    }

    private static Refused unknown(String field, String code) {
        return Refused.invalid(field, "ticket.unknown_person", code);
    }

    public @Nullable Long team(String field, @Nullable String code) {
        return id(field, code, teams::byCode, Team::id, "ticket.unknown_team");
    }

    public @Nullable Long organization(String field, @Nullable String code) {
        return id(field, code, organizations::byCode, Organization::id, "ticket.unknown_organization");
    }

    public @Nullable Long service(String field, @Nullable String code) {
        return id(field, code, services::byCode, Service::id, "ticket.unknown_service");
    }

    public @Nullable Long category(String field, @Nullable String code) {
        return id(field, code, categories::byCode, Category::id, "ticket.unknown_category");
    }

    private static <T> @Nullable Long id(
            String field,
            @Nullable String code,
            Function<String, Optional<T>> find,
            Function<T, Long> id,
            String unknown) {
        if (code == null || code.isBlank()) return null;
        return find.apply(code.strip()).map(id).orElseThrow(() -> Refused.invalid(field, unknown, code.strip()));
    }
}
