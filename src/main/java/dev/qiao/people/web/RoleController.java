package dev.qiao.people.web;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Role;
import dev.qiao.people.Roles;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Roles and what they allow. */
@Needs(Permission.ADMIN)
@Controller
class RoleController {
    private final Roles roles;
    private final InstantSource clock;

    RoleController(Roles roles, InstantSource clock) {
        this.roles = roles;
        this.clock = clock;
    }

    @GetMapping("/roles")
    String index(Model model) {
        model.addAttribute("roles", roles.all());
        return "people/web/roles";
    }

    @GetMapping("/roles/new")
    String form(Model model) {
        model.addAttribute("role", new Role(0, "", "", Set.of(Permission.REQUEST), 0));
        return "people/web/role";
    }

    @PostMapping("/roles")
    String create(
            @RequestParam String code,
            @RequestParam String name,
            @RequestParam(defaultValue = "") Set<String> permissions,
            Me me) {
        roles.add(code, name, known(permissions), me, clock.instant());
        return "redirect:/roles";
    }

    @GetMapping("/roles/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        model.addAttribute("role", roles.byCode(code).orElseThrow(() -> Refused.notFound("people.no_role")));
        return "people/web/role";
    }

    @PostMapping("/roles/{code}")
    String update(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(defaultValue = "") Set<String> permissions,
            @RequestParam int seen,
            Me me) {
        roles.edit(code, name, known(permissions), seen, me, clock.instant());
        return "redirect:/roles";
    }

    private static Set<Permission> known(Set<String> codes) {
        return codes.stream()
                .map(code -> Coded.of(Permission.class, "permissions", code))
                .collect(toUnmodifiableSet());
    }
}
