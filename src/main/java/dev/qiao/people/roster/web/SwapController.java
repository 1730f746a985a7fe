package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Duties;
import dev.qiao.people.roster.Shift;
import dev.qiao.people.roster.Swap.State;
import dev.qiao.people.roster.Swaps;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Exchanging shifts: asked by one, answered by the other. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class SwapController {
    private static final Duration AHEAD = Duration.ofDays(35);

    private final Swaps swaps;
    private final Duties duties;
    private final TeamPeople teams;
    private final InstantSource clock;

    SwapController(Swaps swaps, Duties duties, TeamPeople teams, InstantSource clock) {
        this.swaps = swaps;
        this.duties = duties;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/teams/{code}/swaps/new")
    String form(
            @PathVariable String code,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            Page page,
            Me me,
            Model model) {
        var team = teams.team(code);
        var now = clock.instant();
        var start = Moments.exact("from", from);
        var end = Moments.exact("to", to);
        var coming = duties.of(team.id(), now, now.plus(AHEAD)).shifts(now, now.plus(AHEAD)).stream()
                .filter(shift -> shift.from().isAfter(now) && shift.to().isBefore(now.plus(AHEAD)))
                .toList();
        var members =
                teams.members(team).stream().filter(p -> p.id() != me.id()).toList();
        var theirs = new ArrayList<Choice>();
        for (var person : members) theirs.addAll(choices(coming, person.id(), person.name() + " ", page));
        model.addAttribute("team", team);
        model.addAttribute("mine", choices(coming, me.id(), "", page));
        model.addAttribute("gives", start == null || end == null ? null : Moments.written(start, end));
        model.addAttribute("members", CoverController.choices(members));
        model.addAttribute("theirs", theirs);
        return "people/roster/web/swap";
    }

    /** @param takes a person and a span, such as {@code 17 2026-03-02T01:00:00Z/2026-03-02T10:00:00Z}; empty: nothing in return */
    @PostMapping("/teams/{code}/swaps")
    String create(
            @PathVariable String code,
            @RequestParam String gives,
            @RequestParam long asked,
            @RequestParam(defaultValue = "") String takes,
            Me me) {
        var team = teams.team(code);
        var parts = takes.split(" ", 2);
        if (parts.length == 2 && !parts[0].equals(String.valueOf(asked)))
            throw Refused.invalid("takes", "people.swap_other_person");
        var back = parts.length == 2 ? Moments.span("takes", parts[1]) : null;
        swaps.ask(team.id(), asked, Moments.span("gives", gives), back, me, clock.instant());
        return back(team);
    }

    @PostMapping("/teams/{code}/swaps/{id}/answer")
    String update(@PathVariable String code, @PathVariable long id, @RequestParam State answer, Me me) {
        var team = teams.team(code);
        if (answer == State.ACCEPTED) swaps.accept(team.id(), id, me, clock.instant());
        else swaps.refuse(team.id(), id, me, clock.instant());
        return back(team);
    }

    @DeleteMapping("/teams/{code}/swaps/{id}")
    String destroy(@PathVariable String code, @PathVariable long id, Me me) {
        var team = teams.team(code);
        swaps.withdraw(team.id(), id, me, clock.instant());
        return back(team);
    }

    private static List<Choice> choices(List<Shift> shifts, long person, String before, Page page) {
        var whose = before.isEmpty() ? "" : person + " ";
        return shifts.stream()
                .filter(shift -> shift.of(person))
                .limit(40)
                .map(shift -> new Choice(
                        whose + Moments.written(shift.from(), shift.to()),
                        before + page.times().range(shift.from(), shift.to())))
                .toList();
    }

    private static String back(Team team) {
        return "redirect:/teams/" + team.code() + "/roster";
    }
}
