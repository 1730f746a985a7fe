package dev.qiao.ticket.canned.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.canned.Canned;
import dev.qiao.ticket.canned.Canneds;
import dev.qiao.ticket.canned.Placeholders;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where canned replies are written. */
@Controller
@RequestMapping("/canned")
@Needs({Permission.TICKET_WORK, Permission.DESK_CONFIGURE})
class CannedController {
    private final Canneds canneds;
    private final Teams teams;
    private final InstantSource clock;

    CannedController(Canneds canneds, Teams teams, InstantSource clock) {
        this.canneds = canneds;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping
    String index(Me me, Model model) {
        var lines = canneds.known(me);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "mine",
                lines.stream()
                        .filter(line -> canneds.changeable(line, me))
                        .map(Canned::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("teams", teams.active().stream().collect(Collectors.toMap(Team::id, Team::name)));
        return "ticket/canned/web/index";
    }

    @GetMapping("/new")
    String form(Me me, Page page, Model model) {
        return form(new Canned(0, null, "", "", true), me, page, model);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        return form(canneds.find(id, me), me, page, model);
    }

    @PostMapping
    String create(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String body,
            Me me) {
        return save(0, team, name, body, true, me);
    }

    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String body,
            @RequestParam(defaultValue = "false") boolean active,
            Me me) {
        return save(id, team, name, body, active, me);
    }

    private String save(
            long id, @Nullable Long team, @Nullable String name, @Nullable String body, boolean active, Me me) {
        var words = Objects.requireNonNullElse(body, "");
        canneds.save(new Canned(id, team, Objects.requireNonNullElse(name, ""), words, active), me, clock.instant());
        return "redirect:/canned";
    }

    private String form(Canned canned, Me me, Page page, Model model) {
        boolean all = me.may(Permission.DESK_CONFIGURE);
        model.addAttribute("canned", canned);
        model.addAttribute("everybody", all);
        model.addAttribute(
                "teams",
                Choice.standing(
                        teams.active().stream()
                                .filter(t -> all || me.in(t.id()))
                                .map(t -> new Choice(Long.toString(t.id()), t.name()))
                                .toList(),
                        Objects.toString(canned.team(), null),
                        team -> teams.find(Long.parseLong(team)).map(t -> page.t("base.retired", t.name()))));
        model.addAttribute(
                "places",
                Placeholders.KNOWN.stream().map(word -> "{" + word + "}").collect(Collectors.joining(" ")));
        return "ticket/canned/web/edit";
    }
}
