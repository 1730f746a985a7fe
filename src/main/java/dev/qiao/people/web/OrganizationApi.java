package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.api.Keyset;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Organization;
import dev.qiao.people.Organizations;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Organizations, by code. Who only reports sees their own. */
@Needs
@RestController
@RequestMapping("/api/v1/organizations")
class OrganizationApi {
    private static final String LIST = "organizations";

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
    Slice<Shown> index(Paging paging, Me me) {
        var end = paging.after(LIST);
        var found = PersonApi.everybody(me)
                ? organizations.page(end == null ? "" : end.text(0), paging.limit() + 1)
                : List.copyOf(organizations.of(List.of(me.organization())).values());
        return Slice.of(found, paging.limit(), last -> Keyset.of(LIST, last.code()))
                .map(Shown::of);
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
