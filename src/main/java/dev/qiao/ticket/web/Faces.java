package dev.qiao.ticket.web;

import dev.qiao.base.Permission;
import dev.qiao.base.web.Face;
import dev.qiao.base.web.Page;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People as pages show them: those whom we serve, and us. Names are read for a whole page at once. */
@Component
public class Faces {
    private final People people;
    private final Organizations organizations;
    private final Rights rights;

    Faces(People people, Organizations organizations, Rights rights) {
        this.people = people;
        this.organizations = organizations;
        this.rights = rights;
    }

    /** The faces of one page. */
    public final class Album {
        private final Page page;
        private final Map<Long, Person> persons;
        private final Map<Long, Organization> organizations;

        private Album(Page page, Map<Long, Person> persons, Map<Long, Organization> organizations) {
            this.page = page;
            this.persons = persons;
            this.organizations = organizations;
        }

        /** 0 is Qiao itself, null is nobody. */
        public Face of(@Nullable Long id) {
            if (id == null) return Face.nobody(page.t("ticket.nobody"));
            if (id == 0) return Face.machine(page.t("base.qiao"));
            var person = persons.get(id);
            if (person == null) return Face.nobody(page.t("ticket.somebody"));
            var organization = organizations.get(person.organization());
            var about = organization == null ? person.title() : organization.name();
            return rights.of(id).map(them -> them.may(Permission.TICKET_WORK)).orElse(false)
                    ? Face.us(id, person.name(), person.title())
                    : Face.served(id, person.name(), about).vip(organization != null && organization.vip());
        }

        public String name(@Nullable Long id) {
            return of(id).name();
        }

        public @Nullable Person person(long id) {
            return persons.get(id);
        }
    }

    public Album of(Collection<@Nullable Long> ids, Page page) {
        var persons = people.of(
                ids.stream().filter(Objects::nonNull).filter(id -> id != 0).collect(Collectors.toSet()));
        var theirs = organizations.of(persons.values().stream()
                .map(Person::organization)
                .filter(id -> id != 0)
                .collect(Collectors.toSet()));
        return new Album(page, persons, theirs);
    }
}
