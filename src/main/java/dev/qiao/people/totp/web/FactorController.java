package dev.qiao.people.totp.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Roles;
import dev.qiao.people.totp.Factors;
import java.time.InstantSource;
import java.util.Comparator;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Which roles demand a second factor, and who has one. */
@Needs(Permission.ADMIN)
@Controller
class FactorController {
    private final Factors factors;
    private final Roles roles;
    private final People people;
    private final InstantSource clock;

    FactorController(Factors factors, Roles roles, People people, InstantSource clock) {
        this.factors = factors;
        this.roles = roles;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/factors")
    String index(Me me, Model model) {
        model.addAttribute("roles", roles.all());
        model.addAttribute("demanding", factors.demanding(me));
        model.addAttribute(
                "holders",
                people.of(factors.holders(me)).values().stream()
                        .sorted(Comparator.comparing(person -> person.name()))
                        .toList());
        return "people/totp/web/factors";
    }

    /** Its owner has lost it. */
    @DeleteMapping("/people/{id}/factor")
    String destroy(@PathVariable long id, Me me) {
        factors.reset(id, me, clock.instant());
        return "redirect:/factors";
    }
}
