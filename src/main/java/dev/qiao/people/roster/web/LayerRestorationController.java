package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import dev.qiao.people.roster.Rosters;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a layer, for whoever took it away. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
class LayerRestorationController {
    private final Reversals reversals;
    private final TeamPeople teams;
    private final InstantSource clock;

    LayerRestorationController(Reversals reversals, TeamPeople teams, InstantSource clock) {
        this.reversals = reversals;
        this.teams = teams;
        this.clock = clock;
    }

    @PostMapping("/teams/{code}/layers/{id}/restoration")
    String create(@PathVariable String code, @PathVariable long id, Me me) {
        var team = teams.team(code);
        reversals.bringBack(Rosters.LAYER, Rosters.KIND, team.id(), String.valueOf(id), me, clock.instant());
        return "redirect:/teams/" + team.code() + "/roster";
    }
}
