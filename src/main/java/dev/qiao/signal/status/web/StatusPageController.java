package dev.qiao.signal.status.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import dev.qiao.signal.status.StatusPage;
import dev.qiao.signal.status.StatusPages;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Which organizations have a public page, and what it shows. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class StatusPageController {
    private static final int MOST = 1_000;

    private final StatusPages pages;
    private final Organizations organizations;
    private final Services services;
    private final InstantSource clock;

    StatusPageController(StatusPages pages, Organizations organizations, Services services, InstantSource clock) {
        this.pages = pages;
        this.organizations = organizations;
        this.services = services;
        this.clock = clock;
    }

    @GetMapping("/status-pages")
    String index(Me me, Model model) {
        var all = pages.all(me);
        var names = new HashMap<Long, String>();
        organizations
                .of(all.stream().map(StatusPage::organization).toList())
                .forEach((id, organization) -> names.put(id, organization.name()));
        model.addAttribute("pages", all);
        model.addAttribute("names", names);
        return "signal/status/web/index";
    }

    @GetMapping("/status-pages/new")
    String form(Me me, Model model) {
        return form(null, StatusPageForm.empty(), me, model);
    }

    @PostMapping("/status-pages")
    String create(StatusPageForm form, Me me) {
        if (form.organization() == null) throw Refused.invalid("organization", "signal.no_organization");
        pages.create(Objects.requireNonNull(form.organization()), form.draft(), me, clock.instant());
        return "redirect:/status-pages";
    }

    @GetMapping("/status-pages/{id}/edit")
    String edit(@PathVariable long id, Me me, Model model) {
        return form(pages.find(id, me), StatusPageForm.of(pages.find(id, me)), me, model);
    }

    @PostMapping("/status-pages/{id}")
    String update(@PathVariable long id, StatusPageForm form, Me me) {
        var seen = form.seen() == null ? pages.find(id, me).version() : Objects.requireNonNull(form.seen());
        pages.update(id, seen, form.draft(), me, clock.instant());
        return "redirect:/status-pages";
    }

    private String form(@Nullable StatusPage of, StatusPageForm form, Me me, Model model) {
        var taken = pages.all(me).stream().map(StatusPage::organization).collect(Collectors.toSet());
        model.addAttribute("of", of);
        model.addAttribute("form", form);
        model.addAttribute(
                "organizations",
                organizations.page("", MOST).stream()
                        .filter(Organization::active)
                        .filter(organization -> !taken.contains(organization.id()))
                        .map(organization -> new Choice(String.valueOf(organization.id()), organization.name()))
                        .toList());
        model.addAttribute(
                "services",
                services.all().stream()
                        .filter(service -> service.active() || form.shows(service.id()))
                        .toList());
        return "signal/status/web/form";
    }
}
