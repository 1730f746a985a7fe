package dev.qiao.people.roster.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.people.Team;
import dev.qiao.people.roster.Rosters;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The layers of a roster; a team's lead writes them, too. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class LayerController {
    private final Rosters rosters;
    private final TeamPeople teams;
    private final InstantSource clock;

    LayerController(Rosters rosters, TeamPeople teams, InstantSource clock) {
        this.rosters = rosters;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping("/teams/{code}/layers/new")
    String form(@PathVariable String code, Model model) {
        var team = teams.team(code);
        var today = clock.instant().atZone(team.zone()).toLocalDate();
        return form(model, team, null, LayerForm.empty(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))));
    }

    @PostMapping("/teams/{code}/layers")
    String create(@PathVariable String code, @RequestParam Map<String, String> fields, Me me) {
        var team = teams.team(code);
        rosters.add(team.id(), new LayerForm(fields).draft(), me, clock.instant());
        return "redirect:/teams/" + team.code() + "/roster";
    }

    @GetMapping("/teams/{code}/layers/{id}/edit")
    String edit(@PathVariable String code, @PathVariable long id, Model model) {
        var team = teams.team(code);
        return form(model, team, id, LayerForm.of(rosters.layer(team.id(), id)));
    }

    @PostMapping("/teams/{code}/layers/{id}")
    String update(@PathVariable String code, @PathVariable long id, @RequestParam Map<String, String> fields, Me me) {
        var team = teams.team(code);
        var form = new LayerForm(fields);
        rosters.edit(team.id(), id, form.seen(), form.draft(), me, clock.instant());
        return "redirect:/teams/" + team.code() + "/roster";
    }

    @DeleteMapping("/teams/{code}/layers/{id}")
    String destroy(@PathVariable String code, @PathVariable long id, Me me, Page page, HttpServletResponse response) {
        var team = teams.team(code);
        rosters.remove(team.id(), id, me, clock.instant());
        Toast.of(page.t("people.layer_deleted"))
                .undo("POST", "/teams/" + team.code() + "/layers/" + id + "/restoration")
                .on(response);
        return "redirect:/teams/" + team.code() + "/roster";
    }

    private String form(Model model, Team team, @Nullable Long id, LayerForm form) {
        model.addAttribute("team", team);
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        var members = teams.members(team);
        model.addAttribute("members", members);
        model.addAttribute("others", teams.others(form.persons(), members));
        return "people/roster/web/layer";
    }
}
