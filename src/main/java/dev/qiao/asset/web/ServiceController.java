package dev.qiao.asset.web;

import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The catalogue of services, for administrators. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ServiceController {
    private final Services services;
    private final ServiceLines lines;
    private final ServicePages pages;
    private final People people;
    private final Teams teams;
    private final InstantSource clock;

    ServiceController(
            Services services,
            ServiceLines lines,
            ServicePages pages,
            People people,
            Teams teams,
            InstantSource clock) {
        this.services = services;
        this.lines = lines;
        this.pages = pages;
        this.people = people;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/services")
    String index(Model model) {
        model.addAttribute("lines", lines.all());
        return "asset/web/index";
    }

    @Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL, Permission.DESK_CONFIGURE})
    @GetMapping("/services/{code}")
    String show(@PathVariable String code, Page page, Model model) {
        pages.show(find(code), page, model);
        return "asset/web/show";
    }

    @GetMapping("/services/new")
    String form(Model model) {
        return form(model, null, ServiceForm.empty());
    }

    @PostMapping("/services")
    String create(ServiceForm form, Me me) {
        services.create(draft(form), me, clock.instant());
        return "redirect:/services";
    }

    @GetMapping("/services/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        var service = find(code);
        var owner = service.ownerId() == null
                ? null
                : people.find(service.ownerId()).map(Person::code).orElse(null);
        return form(model, code, ServiceForm.of(service, owner));
    }

    @PostMapping("/services/{code}")
    String update(@PathVariable String code, ServiceForm form, Me me) {
        var service = find(code);
        var seen = Objects.requireNonNullElse(form.seen(), service.version());
        services.update(service.id(), seen, draft(form), me, clock.instant());
        return "redirect:/services";
    }

    private String form(Model model, @Nullable String code, ServiceForm form) {
        model.addAttribute("code", code);
        model.addAttribute("form", form);
        model.addAttribute(
                "teams",
                teams.active().stream()
                        .sorted(Comparator.comparing(Team::tier))
                        .map(t -> new Choice(String.valueOf(t.id()), t.name()))
                        .toList());
        model.addAttribute(
                "others",
                services.all().stream()
                        .filter(s -> !s.code().equals(code) && (s.active() || form.restsOn(s.id())))
                        .toList());
        return "asset/web/form";
    }

    private ServiceDraft draft(ServiceForm form) {
        return new ServiceDraft(
                Objects.requireNonNullElse(form.code(), ""),
                Objects.requireNonNullElse(form.name(), ""),
                Boolean.TRUE.equals(form.critical()),
                owner(form.owner()),
                said(form.teams()),
                said(form.restsOn()),
                Boolean.TRUE.equals(form.active()));
    }

    private static List<Long> said(@Nullable List<@Nullable Long> numbers) {
        return numbers == null
                ? List.of()
                : numbers.stream().filter(Objects::nonNull).toList();
    }

    private @Nullable Long owner(@Nullable String code) {
        if (code == null || code.isBlank()) return null;
        return people.byCode(code)
                .map(Person::id)
                .orElseThrow(() -> Refused.invalid("owner", "asset.unknown_owner", code));
    }

    private Service find(String code) {
        return services.byCode(code).orElseThrow(() -> Refused.notFound("asset.unknown_service", code));
    }
}
