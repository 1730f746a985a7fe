package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Departments and clients, for administrators. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class OrganizationController {
    private static final int ROWS = 50;

    private final Organizations organizations;
    private final Links links;
    private final InstantSource clock;

    OrganizationController(Organizations organizations, Links links, InstantSource clock) {
        this.organizations = organizations;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping("/organizations")
    String index(@RequestParam(defaultValue = "") String after, Page page, Model model) {
        var found = organizations.page(after, ROWS + 1);
        var shown = found.stream().limit(ROWS).toList();
        model.addAttribute("organizations", shown);
        model.addAttribute(
                "next",
                found.size() > ROWS
                        ? links.next("/organizations", null, shown.getLast().code())
                        : null);
        return !after.isEmpty() && page.visit().fragment()
                ? "people/web/organization_rows"
                : "people/web/organizations";
    }

    @GetMapping("/organizations/new")
    String form(Model model) {
        model.addAttribute("organization", new Organization(0, "", "", false, true, 0));
        return "people/web/organization";
    }

    @PostMapping("/organizations")
    String create(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean vip,
            Me me) {
        organizations.add(code, name, vip, me, clock.instant());
        return "redirect:/organizations";
    }

    @GetMapping("/organizations/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        var organization = organizations.byCode(code).orElseThrow(() -> Refused.notFound("people.no_organization"));
        model.addAttribute("organization", organization);
        return "people/web/organization";
    }

    @PostMapping("/organizations/{code}")
    String update(
            @PathVariable String code,
            @RequestParam String name,
            @RequestParam(defaultValue = "false") boolean vip,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam int seen,
            Me me) {
        organizations.edit(code, name, vip, active, seen, me, clock.instant());
        return "redirect:/organizations";
    }
}
