package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.roster.Covers;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back that somebody stands in. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
class CoverRestorationController {
    private final Covers covers;
    private final TeamPeople teams;
    private final InstantSource clock;

    CoverRestorationController(Covers covers, TeamPeople teams, InstantSource clock) {
        this.covers = covers;
        this.teams = teams;
        this.clock = clock;
    }

    @PostMapping("/teams/{code}/covers/{id}/restoration")
    String create(@PathVariable String code, @PathVariable long id, Me me) {
        var team = teams.team(code);
        covers.restore(team.id(), id, me, clock.instant());
        return "redirect:/teams/" + team.code() + "/roster";
    }
}
