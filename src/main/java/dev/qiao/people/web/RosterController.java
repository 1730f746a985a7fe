package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Teams;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The weekly roster of a team; its lead writes it, too. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class RosterController {
    private final Teams teams;
    private final People people;
    private final InstantSource clock;

    RosterController(Teams teams, People people, InstantSource clock) {
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/teams/{code}/roster")
    String update(@PathVariable String code, @RequestParam Map<String, String> fields, Me me) {
        var team = teams.byCode(code).orElseThrow(() -> Refused.notFound("people.no_team"));
        var members = people.of(teams.members(team.id())).values().stream().toList();
        teams.roster(team.id(), RosterGrid.read(members, fields), me, clock.instant());
        return "redirect:/teams/" + code;
    }
}
