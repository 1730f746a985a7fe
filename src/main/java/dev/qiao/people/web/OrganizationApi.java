package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organizations, by code. Who only reports sees their own. */
@Needs
@RestController
@RequestMapping("/api/v1/organizations")
class OrganizationApi {
    /** An organization as programs see it. */
    record Shown(String code, String name, boolean vip, boolean active) {
        static Shown of(Organization organization) {
            return new Shown(organization.code(), organization.name(), organization.vip(), organization.active());
        }
    }

    private final Organizations organizations;

    OrganizationApi(Organizations organizations) {
        this.organizations = organizations;
    }

    @GetMapping
    Listing<Shown> index(
            @RequestParam(defaultValue = "") String cursor, @RequestParam(defaultValue = "50") int limit, Me me) {
        int rows = Listing.rows(limit);
        var found = PersonApi.everybody(me)
                ? organizations.page(cursor, rows + 1)
                : List.copyOf(organizations.of(List.of(me.organization())).values());
        return Listing.of(found, rows, Organization::code)
                .map(some -> some.stream().map(Shown::of).toList());
    }

    @GetMapping("/{code}")
    Shown show(@PathVariable String code, Me me) {
        return organizations
                .byCode(code)
                .filter(o -> PersonApi.everybody(me) || o.id() == me.organization())
                .map(Shown::of)
                .orElseThrow(() -> Refused.notFound("people.no_organization"));
    }
}
