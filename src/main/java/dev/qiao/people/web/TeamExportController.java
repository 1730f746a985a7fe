package dev.qiao.people.web;

import static java.util.stream.Collectors.joining;

import dev.qiao.base.Permission;
import dev.qiao.base.sheet.Export;
import dev.qiao.base.sheet.Sheet;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The teams and who is in them as a file. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.PEOPLE_EDIT})
class TeamExportController {
    private final Teams teams;
    private final People people;

    TeamExportController(Teams teams, People people) {
        this.teams = teams;
        this.people = people;
    }

    @GetMapping("/teams/export")
    void index(Page page, Export file) throws IOException {
        var heads = List.of(
                "people.team_name",
                "people.code_word",
                "people.tier",
                "people.lead",
                "people.members",
                "people.is_active");
        file.write(page.t("people.teams"), heads, Sheet.Source.of(rows(page)), page);
    }

    private List<List<@Nullable Object>> rows(Page page) {
        var all = teams.page("", 500);
        var members = teams.members(all.stream().map(Team::id).toList());
        var ids = new HashSet<Long>();
        members.values().forEach(ids::addAll);
        all.stream().map(Team::leadId).filter(Objects::nonNull).forEach(ids::add);
        var known = people.of(ids);
        return all.stream()
                .map(team -> cells(team, members.getOrDefault(team.id(), List.of()), known, page))
                .toList();
    }

    private static List<@Nullable Object> cells(Team team, List<Long> members, Map<Long, Person> known, Page page) {
        var lead = team.leadId() == null ? null : known.get(team.leadId());
        return Arrays.asList(
                team.name(),
                team.code(),
                page.t("people.tier." + team.tier().code()),
                lead == null ? null : lead.name(),
                members.stream()
                        .map(known::get)
                        .filter(Objects::nonNull)
                        .map(Person::name)
                        .collect(joining(page.t("people.and"))),
                page.t(team.active() ? "base.sheet.yes" : "base.sheet.no"));
    }
}
