package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Covers;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.Span;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Standing in for somebody, or besides whoever is there. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class CoverController {
    private final Covers covers;
    private final Rosters rosters;
    private final TeamPeople teams;
    private final InstantSource clock;

    CoverController(Covers covers, Rosters rosters, TeamPeople teams, InstantSource clock) {
        this.covers = covers;
        this.rosters = rosters;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/teams/{code}/covers/new")
    String form(
            @PathVariable String code,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable Long instead,
            Me me,
            Model model) {
        var team = teams.team(code);
        var members = teams.members(team);
        model.addAttribute("team", team);
        model.addAttribute("from", Moments.local(Moments.exact("from", from), team.zone()));
        model.addAttribute("to", Moments.local(Moments.exact("to", to), team.zone()));
        model.addAttribute("instead", instead == null ? "" : String.valueOf(instead));
        model.addAttribute("members", choices(members));
        model.addAttribute("standing", rosters.writes(team, me) ? choices(members) : own(members, me));
        model.addAttribute("me", String.valueOf(me.id()));
        return "people/roster/web/cover";
    }

    @PostMapping("/teams/{code}/covers")
    String create(
            @PathVariable String code,
            @RequestParam long person,
            @RequestParam @Nullable Long instead,
            @RequestParam String from,
            @RequestParam String to,
            Me me) {
        var team = teams.team(code);
        var span = new Span(Moments.read("from", from, team.zone()), Moments.read("to", to, team.zone()));
        covers.take(team.id(), person, instead, span, me, clock.instant());
        return back(team);
    }

    @DeleteMapping("/teams/{code}/covers/{id}")
    String destroy(@PathVariable String code, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        var team = teams.team(code);
        var dropped = covers.drop(team.id(), id, me, clock.instant());
        Toast.of(page.t(dropped.swap() == null ? "people.cover_dropped" : "people.swap_is_called_off"))
                .undo("POST", "/teams/" + code + "/covers/" + id + "/restoration")
                .on(response);
        return back(team);
    }

    static List<Choice> choices(List<Person> members) {
        return members.stream()
                .map(p -> new Choice(String.valueOf(p.id()), p.name()))
                .toList();
    }

    static List<Choice> own(List<Person> members, Me me) {
        return choices(members.stream().filter(p -> p.id() == me.id()).toList());
    }

    private static String back(Team team) {
        return "redirect:/teams/" + team.code() + "/roster";
    }
}
