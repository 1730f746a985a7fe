package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People, by login. Who only reports sees themselves. */
@Needs
@RestController
@RequestMapping("/api/v1/people")
class PersonApi {
    private static final String LIST = "people";

    /** A person as programs see them; who has no login is found by what refers to them. */
    record Shown(
            @Nullable String login,
            String name,
            @Nullable String mail,
            @Nullable String phone,
            @Nullable String title,
            @Nullable Ref organization,
            boolean active) {}

    private final People people;
    private final Organizations organizations;

    PersonApi(People people, Organizations organizations) {
        this.people = people;
        this.organizations = organizations;
    }

    @GetMapping
    Slice<Shown> index(@RequestParam(required = false) @Nullable String q, Paging paging, Me me) {
        if (!everybody(me)) return new Slice<>(shown(people.of(List.of(me.id())).values()), null);
        var end = paging.after(LIST);
        var after = end == null ? null : people.find(end.number(0)).orElse(null);
        var found = people.page(q, after, paging.limit() + 1);
        var slice = Slice.of(found, paging.limit(), last -> Keyset.of(LIST, last.id()));
        return new Slice<>(shown(slice.items()), slice.next());
    }

    @GetMapping("/{login}")
    Shown show(@PathVariable String login, Me me) {
        return people.byCode(login)
                .filter(person -> everybody(me) || person.id() == me.id())
                .map(person -> shown(List.of(person)).getFirst())
                .orElseThrow(() -> Refused.notFound("people.no_login", login));
    }

    static boolean everybody(Me me) {
        return me.worksHere() || me.may(Permission.PEOPLE_EDIT);
    }

    private List<Shown> shown(Collection<Person> some) {
        Map<Long, Organization> theirs =
                organizations.of(some.stream().map(Person::organization).toList());
        return some.stream().map(p -> shown(p, theirs.get(p.organization()))).toList();
    }

    private static Shown shown(Person p, @Nullable Organization organization) {
        return new Shown(
                p.login(),
                p.name(),
                p.mail(),
                p.phone(),
                p.title(),
                organization == null ? null : new Ref(organization.code(), organization.name()),
                p.active());
    }
}
