package dev.qiao.people.skill.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.people.skill.Ability;
import dev.qiao.people.skill.Skills;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who of a team can do what, and how much at once: {@code level.17.3} is how well person 17 has skill 3. */
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
@Controller
class AbilityController {
    private final Skills skills;
    private final Teams teams;
    private final People people;
    private final InstantSource clock;

    AbilityController(Skills skills, Teams teams, People people, InstantSource clock) {
        this.skills = skills;
        this.teams = teams;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/teams/{code}/skills")
    String edit(@PathVariable String code, Me me, Model model) {
        var team = team(code);
        var members = teams.members(team.id());
        var known = people.of(members);
        model.addAttribute("team", team);
        model.addAttribute(
                "members",
                members.stream().map(known::get).filter(Objects::nonNull).toList());
        model.addAttribute("abilities", skills.of(members));
        model.addAttribute("skills", skills.all());
        model.addAttribute("writes", skills.writes(team, me));
        return "people/skill/web/abilities";
    }

    @PostMapping("/teams/{code}/skills")
    String update(@PathVariable String code, @RequestParam Map<String, String> fields, Me me) {
        var team = team(code);
        for (long person : teams.members(team.id())) {
            if (fields.containsKey("capacity." + person))
                skills.change(team.id(), ability(person, fields), me, clock.instant());
        }
        return "redirect:/teams/" + team.code() + "/skills";
    }

    private Ability ability(long person, Map<String, String> fields) {
        var levels = new HashMap<Long, Integer>();
        for (var skill : skills.all()) {
            var level = number("level." + person + "." + skill.id(), fields);
            if (level != null && level > 0) levels.put(skill.id(), level);
        }
        return new Ability(person, Map.copyOf(levels), number("capacity." + person, fields));
    }

    private static @Nullable Integer number(String field, Map<String, String> fields) {
        var text = fields.getOrDefault(field, "").strip();
        if (text.isEmpty()) return null;
        if (!text.matches("\\d{1,6}")) throw Refused.invalid(field, "people.no_number");
        return Integer.valueOf(text);
    }

    private Team team(String code) {
        return teams.byCode(code).orElseThrow(() -> Refused.notFound("people.no_team"));
    }
}
