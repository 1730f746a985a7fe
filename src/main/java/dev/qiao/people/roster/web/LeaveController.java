package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Leaves;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Span;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Being away. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class LeaveController {
    private final Leaves leaves;
    private final Rosters rosters;
    private final TeamPeople teams;
    private final InstantSource clock;

    LeaveController(Leaves leaves, Rosters rosters, TeamPeople teams, InstantSource clock) {
        this.leaves = leaves;
        this.rosters = rosters;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/teams/{code}/leaves/new")
    String form(@PathVariable String code, Me me, Model model) {
        var team = teams.team(code);
        var members = teams.members(team);
        model.addAttribute("team", team);
        model.addAttribute(
                "away", rosters.writes(team, me) ? CoverController.choices(members) : CoverController.own(members, me));
        model.addAttribute("me", String.valueOf(me.id()));
        return "people/roster/web/leave";
    }

    @PostMapping("/teams/{code}/leaves")
    String create(
            @PathVariable String code,
            @RequestParam long person,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String note,
            Me me) {
        var team = teams.team(code);
        var span = new Span(Moments.read("from", from, team.zone()), Moments.read("to", to, team.zone()));
        leaves.enter(person, span, note, me, clock.instant());
        return back(team);
    }

    @DeleteMapping("/teams/{code}/leaves/{id}")
    String destroy(@PathVariable String code, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        var team = teams.team(code);
        leaves.drop(id, me, clock.instant());
        Toast.of(page.t("people.leave_dropped"))
                .undo("POST", "/teams/" + code + "/leaves/" + id + "/restoration")
                .on(response);
        return back(team);
    }

    private static String back(Team team) {
        return "redirect:/teams/" + team.code() + "/roster";
    }
}
