package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Whether somebody belongs here. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class PersonActivationController {
    private final People people;
    private final Teams teams;
    private final InstantSource clock;

    PersonActivationController(People people, Teams teams, InstantSource clock) {
        this.people = people;
        this.teams = teams;
        this.clock = clock;
    }

    @PostMapping("/people/{id}/activation")
    String create(@PathVariable long id, Me me) {
        people.activate(id, true, me, clock.instant());
        return "redirect:/people/" + id;
    }

    @DeleteMapping("/people/{id}/activation")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        var led = teams.led(id);
        people.activate(id, false, me, clock.instant());
        if (!led.isEmpty()) {
            var names = led.stream().map(Team::name).collect(Collectors.joining(page.t("people.and")));
            Toast.of(page.t("people.deactivated_lead", names)).on(response);
        }
        return "redirect:/people/" + id;
    }
}
