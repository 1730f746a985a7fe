package dev.qiao.people.web;

import dev.qiao.base.Refused;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.Person;
import dev.qiao.people.PersonDraft;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a person holds.
 *
 * @param organization a code
 * @param seen the version that was read; null for a new person
 */
public record PersonForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable String mail,
        @Nullable String phone,
        @Nullable String title,
        @Nullable String organization,
        @Nullable Set<String> roles,
        @Nullable Integer seen) {

    static PersonForm empty() {
        return new PersonForm(null, "", null, null, null, null, Set.of("requester"), null);
    }

    static PersonForm of(Person person, @Nullable Organization organization, Set<String> roles) {
        return new PersonForm(
                person.login(),
                person.name(),
                person.mail(),
                person.phone(),
                person.title(),
                organization == null ? null : organization.code(),
                roles,
                person.version());
    }

    PersonDraft draft(Organizations organizations) {
        return new PersonDraft(login, name == null ? "" : name, mail, phone, title, organization(organizations));
    }

    public Set<String> given() {
        return roles == null ? Set.of() : roles;
    }

    private long organization(Organizations organizations) {
        if (organization == null || organization.isBlank()) return 0;
        return organizations
                .byCode(organization.strip())
                .orElseThrow(() -> Refused.invalid("organization", "people.no_organization"))
                .id();
    }
}
