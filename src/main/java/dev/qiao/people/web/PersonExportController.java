package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Walk;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register as a file. */
@Controller
@Needs(Permission.PEOPLE_EDIT)
class PersonExportController {
    private final People people;
    private final Organizations organizations;
    private final Rights rights;

    PersonExportController(People people, Organizations organizations, Rights rights) {
        this.people = people;
        this.organizations = organizations;
        this.rights = rights;
    }

    @GetMapping("/people/export")
    void index(@RequestParam(required = false) @Nullable String q, Me me, Page page, Export file) throws IOException {
        var heads = List.of("people.name", "people.login", "people.organization", "people.mail");
        var walk = new Walk<Person>(
                () -> rights.of(me.id()).filter(now -> now.may(Permission.PEOPLE_EDIT)), (last, _) -> some(q, last));
        file.write(page.t("people.persons"), heads, walk, page);
    }

    private Walk.Part<Person> some(@Nullable String words, @Nullable Person last) {
        var some = people.page(words, last, Walk.PAGE);
        var theirs = organizations.of(some.stream().map(Person::organization).toList());
        var rows = some.stream()
                .map(person -> cells(person, theirs.get(person.organization())))
                .toList();
        return new Walk.Part<>(rows, some.size() < Walk.PAGE ? null : some.getLast());
    }

    private static List<@Nullable Object> cells(Person person, @Nullable Organization organization) {
        return Arrays.asList(
                person.name(), person.login(), organization == null ? null : organization.name(), person.mail());
    }
}
