package dev.qiao.people.roster.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.calendar.Calendars;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Rosters;
import dev.qiao.people.roster.web.RosterView.Extent;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The roster of a team as a calendar, and what holds for it as a whole. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class RosterController {
    private final Rosters rosters;
    private final RosterViews views;
    private final TeamPeople teams;
    private final Calendars calendars;
    private final InstantSource clock;

    RosterController(Rosters rosters, RosterViews views, TeamPeople teams, Calendars calendars, InstantSource clock) {
        this.rosters = rosters;
        this.views = views;
        this.teams = teams;
        this.calendars = calendars;
        this.clock = clock;
    }

    @GetMapping("/teams/{code}/roster")
    String show(
            @PathVariable String code,
            @RequestParam(name = "view", defaultValue = "week") String extent,
            @RequestParam @Nullable String day,
            Me me,
            Model model) {
        var team = teams.team(code);
        var now = clock.instant();
        model.addAttribute("roster", views.of(team, Coded.of(Extent.class, "view", extent), day(day, team), me, now));
        return "people/roster/web/roster";
    }

    @GetMapping("/teams/{code}/roster/edit")
    String edit(@PathVariable String code, Model model) {
        var team = teams.team(code);
        model.addAttribute("team", team);
        model.addAttribute("wanted", rosters.wanted(team.id()));
        model.addAttribute("frame", rosters.frame(team.id()));
        model.addAttribute(
                "calendars",
                calendars.all().stream()
                        .map(c -> new Choice(c.code(), c.name()))
                        .toList());
        return "people/roster/web/wanted";
    }

    @PostMapping("/teams/{code}/roster")
    String update(@PathVariable String code, @RequestParam Map<String, String> fields, Me me) {
        var team = teams.team(code);
        int seen = new LayerForm(fields).seen();
        var calendar = fields.getOrDefault("calendar", "");
        rosters.want(team.id(), WeekHours.read(fields), calendar, seen, me, clock.instant());
        return "redirect:/teams/" + team.code() + "/roster";
    }

    private LocalDate day(@Nullable String day, Team team) {
        if (day == null || day.isEmpty())
            return clock.instant().atZone(team.zone()).toLocalDate();
        try {
            var read = LocalDate.parse(day);
            if (read.getYear() < 2000 || read.getYear() > 2199) throw Refused.malformed("day", "people.no_day");
            return read;
        } catch (DateTimeException _) {
            throw Refused.malformed("day", "people.no_day");
        }
    }
}
