package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Teams;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who belongs to a team. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class TeamMembersController {
    private final Teams teams;
    private final InstantSource clock;

    TeamMembersController(Teams teams, InstantSource clock) {
        this.teams = teams;
        this.clock = clock;
    }

    @PostMapping("/teams/{code}/members")
    String update(
            @PathVariable String code, @RequestParam(name = "members", defaultValue = "") List<Long> persons, Me me) {
        var team = teams.byCode(code).orElseThrow(() -> Refused.notFound("people.no_team"));
        // The page does not offer who is not active, so nobody can have meant to take them out.
        var staff = new HashSet<>(teams.gone(team.id()));
        persons.stream().filter(Objects::nonNull).forEach(staff::add);
        teams.staff(team.id(), staff, me, clock.instant());
        return "redirect:/teams/" + code;
    }
}
