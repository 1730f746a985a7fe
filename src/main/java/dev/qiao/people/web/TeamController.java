package dev.qiao.people.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Templates;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Teams, who belongs to them, who is on duty: everybody at the desk reads, administrators write. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class TeamController {
    private final Teams teams;
    private final People people;
    private final Templates templates;
    private final InstantSource clock;

    TeamController(Teams teams, People people, Templates templates, InstantSource clock) {
        this.teams = teams;
        this.people = people;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping("/teams")
    String index(Model model) {
        var all = teams.page("", 500);
        var duty = teams.onDuty(all.stream().map(Team::id).toList(), clock.instant());
        var ids = new HashSet<Long>();
        duty.values().forEach(ids::addAll);
        all.stream().map(Team::leadId).filter(Objects::nonNull).forEach(ids::add);
        model.addAttribute("teams", all);
        model.addAttribute("duty", duty);
        model.addAttribute("people", people.of(ids));
        return "people/web/teams";
    }

    @Needs(Permission.PEOPLE_EDIT)
    @GetMapping("/teams/new")
    String form(Model model) {
        model.addAttribute("form", TeamForm.empty());
        model.addAttribute("leads", choices(people.able(Permission.TICKET_WORK)));
        return "people/web/team_new";
    }

    @Needs(Permission.PEOPLE_EDIT)
    @PostMapping("/teams")
    String create(TeamForm form, Me me) {
        var code = Objects.requireNonNullElse(form.code(), "");
        return "redirect:/teams/"
                + teams.add(code, form.draft(), me, clock.instant()).code();
    }

    @GetMapping("/teams/{code}")
    String show(@PathVariable String code, Page page, Model model) {
        var team = find(code);
        model.addAttribute("team", team);
        model.addAttribute("members", members(team));
        model.addAttribute("duty", Set.copyOf(teams.onDuty(team.id(), clock.instant())));
        model.addAttribute("panels", templates.panels("team", team.id(), page));
        return "people/web/team";
    }

    @Needs(Permission.PEOPLE_EDIT)
    @GetMapping("/teams/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        var team = find(code);
        var members = members(team);
        var offered = new ArrayList<>(members);
        people.able(Permission.TICKET_WORK).stream()
                .filter(p -> !members.contains(p))
                .forEach(offered::add);
        model.addAttribute("team", team);
        model.addAttribute("form", TeamForm.of(team));
        model.addAttribute("members", Set.copyOf(members));
        model.addAttribute("offered", offered);
        model.addAttribute("leads", choices(offered));
        return "people/web/team_edit";
    }

    @Needs(Permission.PEOPLE_EDIT)
    @PostMapping("/teams/{code}")
    String update(@PathVariable String code, TeamForm form, Me me) {
        if (form.seen() == null) throw Refused.invalid("seen", "people.compulsory");
        teams.edit(find(code).id(), form.draft(), form.seen(), me, clock.instant());
        return "redirect:/teams/" + code;
    }

    private List<Person> members(Team team) {
        var ids = teams.members(team.id());
        var known = people.of(ids);
        return ids.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    private Team find(String code) {
        return teams.byCode(code).orElseThrow(() -> Refused.notFound("people.no_team"));
    }

    private static List<Choice> choices(List<Person> some) {
        return some.stream()
                .map(p -> new Choice(String.valueOf(p.id()), p.name()))
                .toList();
    }
}
