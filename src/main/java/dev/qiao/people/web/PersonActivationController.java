package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether somebody belongs here. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class PersonActivationController {
    private final People people;
    private final InstantSource clock;

    PersonActivationController(People people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/people/{id}/activation")
    String create(@PathVariable long id, Me me) {
        people.activate(id, true, me, clock.instant());
        return "redirect:/people/" + id;
    }

    @DeleteMapping("/people/{id}/activation")
    String destroy(@PathVariable long id, Me me) {
        people.activate(id, false, me, clock.instant());
        return "redirect:/people/" + id;
    }
}
