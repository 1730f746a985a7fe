package dev.qiao.people.web;

import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Invitations;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Role;
import dev.qiao.people.Roles;
import dev.qiao.people.Teams;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everybody who is known here, for administrators. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class PersonController {
    private static final int ROWS = 50;

    private final People people;
    private final Organizations organizations;
    private final Teams teams;
    private final Roles roles;
    private final Invitations invitations;
    private final Links links;
    private final InstantSource clock;

    PersonController(
            People people,
            Organizations organizations,
            Teams teams,
            Roles roles,
            Invitations invitations,
            Links links,
            InstantSource clock) {
        this.people = people;
        this.organizations = organizations;
        this.teams = teams;
        this.roles = roles;
        this.invitations = invitations;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/people")
    String index(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Long after,
            Page page,
            Model model) {
        var from = after == null ? null : people.find(after).orElse(null);
        var found = people.page(q, from, ROWS + 1);
        var shown = found.stream().limit(ROWS).toList();
        model.addAttribute("persons", shown);
        model.addAttribute(
                "organizations",
                organizations.of(shown.stream().map(Person::organization).toList()));
        model.addAttribute(
                "next",
                found.size() > ROWS ? links.next("/people", q, shown.getLast().id()) : null);
        model.addAttribute("q", q);
        return after != null && page.visit().fragment() ? "people/web/person_rows" : "people/web/persons";
    }

    @GetMapping("/people/new")
    String form(Page page, Model model) {
        choices(null, page, model);
        model.addAttribute("form", PersonForm.empty());
        return "people/web/person_new";
    }

    @PostMapping("/people")
    String create(PersonForm form, Me me) {
        var person = people.add(form.draft(organizations), form.given(), me, clock.instant());
        return "redirect:/people/" + person.id();
    }

    @GetMapping("/people/{id}")
    String show(@PathVariable long id, Me me, Page page, Model model) {
        var person = people.find(id).orElseThrow(() -> Refused.notFound("people.no_person"));
        var organization = organizations.find(person.organization()).orElse(null);
        var held = roles.of(id).stream().map(Role::code).collect(toSet());
        choices(organization, page, model);
        model.addAttribute("person", person);
        model.addAttribute("form", PersonForm.of(person, organization, held));
        var joined = teams.ofMember(id);
        model.addAttribute("teams", joined);
        model.addAttribute("led", teams.led(id));
        model.addAttribute(
                "unled",
                joined.stream().filter(t -> t.active() && t.leadId() == null).toList());
        model.addAttribute("signsIn", invitations.signsIn(id));
        model.addAttribute(
                "link",
                invitations
                        .pending(id, me, clock.instant())
                        .map(links::absolute)
                        .orElse(null));
        return "people/web/person";
    }

    @PostMapping("/people/{id}")
    String update(@PathVariable long id, PersonForm form, Me me) {
        if (form.seen() == null) throw Refused.invalid("seen", "people.compulsory");
        people.edit(id, form.draft(organizations), form.seen(), me, clock.instant());
        return "redirect:/people/" + id;
    }

    /** @param standing where somebody belongs now, which stays, though it may be retired */
    private void choices(@Nullable Organization standing, Page page, Model model) {
        model.addAttribute("roles", roles.all());
        model.addAttribute(
                "organizations",
                Choice.standing(
                        choices(organizations.page("", 500)),
                        standing == null ? null : standing.code(),
                        _ -> Optional.ofNullable(standing)
                                .map(o -> o.active() ? o.name() : page.t("base.retired", o.name()))));
    }

    private static List<Choice> choices(List<Organization> some) {
        return some.stream()
                .filter(Organization::active)
                .map(o -> new Choice(o.code(), o.name()))
                .toList();
    }
}
