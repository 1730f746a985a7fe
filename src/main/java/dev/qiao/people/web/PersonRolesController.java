package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Roles;
import java.time.InstantSource;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody is allowed. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class PersonRolesController {
    private final Roles roles;
    private final InstantSource clock;

    PersonRolesController(Roles roles, InstantSource clock) {
        this.roles = roles;
        this.clock = clock;
    }

    @PostMapping("/people/{id}/roles")
    String update(@PathVariable long id, @RequestParam(name = "roles", defaultValue = "") Set<String> codes, Me me) {
        roles.grant(id, codes, me, clock.instant());
        return "redirect:/people/" + id;
    }
}
