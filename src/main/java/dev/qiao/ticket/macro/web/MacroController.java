package dev.qiao.ticket.macro.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.Team;
import dev.qiao.people.Teams;
import dev.qiao.ticket.bulk.web.OrderChoices;
import dev.qiao.ticket.macro.Macro;
import dev.qiao.ticket.macro.Macros;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where macros are put together. */
@Controller
@RequestMapping("/macros")
@Needs({Permission.TICKET_WORK, Permission.DESK_CONFIGURE})
class MacroController {
    private final Macros macros;
    private final Teams teams;
    private final OrderChoices choices;
    private final InstantSource clock;

    MacroController(Macros macros, Teams teams, OrderChoices choices, InstantSource clock) {
        this.macros = macros;
        this.teams = teams;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping
    String index(Me me, Model model) {
        var lines = macros.known(me);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "mine",
                lines.stream()
                        .filter(line -> macros.changeable(line, me))
                        .map(Macro::id)
                        .collect(Collectors.toSet()));
        model.addAttribute("teams", teams.active().stream().collect(Collectors.toMap(Team::id, Team::name)));
        return "ticket/macro/web/index";
    }

    @GetMapping("/new")
    String form(Me me, Page page, Model model) {
        return form(new Macro(0, null, "", List.of(), true), me, page, model);
    }

    @GetMapping("/{id:\\d+}/edit")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        return form(macros.find(id, me), me, page, model);
    }

    @PostMapping
    String create(MacroForm form, Me me) {
        macros.save(form.macro(0), me, clock.instant());
        return "redirect:/macros";
    }

    @PostMapping("/{id:\\d+}")
    String update(@PathVariable long id, MacroForm form, Me me) {
        macros.save(form.macro(id), me, clock.instant());
        return "redirect:/macros";
    }

    private String form(Macro macro, Me me, Page page, Model model) {
        boolean all = me.may(Permission.DESK_CONFIGURE);
        var form = MacroForm.of(macro);
        model.addAttribute("id", macro.id());
        model.addAttribute("form", form);
        model.addAttribute("everybody", all);
        model.addAttribute(
                "teams",
                Choice.standing(
                        teams.active().stream()
                                .filter(t -> all || me.in(t.id()))
                                .map(t -> new Choice(Long.toString(t.id()), t.name()))
                                .toList(),
                        Objects.toString(macro.team(), null),
                        team -> teams.find(Long.parseLong(team)).map(t -> page.t("base.retired", t.name()))));
        model.addAttribute("choices", choices.of(form.toTeam(), form.toPerson(), page));
        return "ticket/macro/web/edit";
    }
}
