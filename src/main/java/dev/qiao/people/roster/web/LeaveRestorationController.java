package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.roster.Leaves;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back that somebody is away. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
class LeaveRestorationController {
    private final Leaves leaves;
    private final TeamPeople teams;
    private final InstantSource clock;

    LeaveRestorationController(Leaves leaves, TeamPeople teams, InstantSource clock) {
        this.leaves = leaves;
        this.teams = teams;
        this.clock = clock;
    }

    @PostMapping("/teams/{code}/leaves/{id}/restoration")
    String create(@PathVariable String code, @PathVariable long id, Me me) {
        var team = teams.team(code);
        leaves.restore(id, me, clock.instant());
        return "redirect:/teams/" + team.code() + "/roster";
    }
}
