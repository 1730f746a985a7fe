package dev.qiao.sla.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.calendar.Calendars;
import dev.qiao.people.Organizations;
import dev.qiao.people.People;
import dev.qiao.sla.Agreement;
import dev.qiao.sla.Agreements;
import dev.qiao.sla.check.Coverage;
import dev.qiao.sla.ladder.Ladders;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the desk promises, for administrators. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class AgreementController {
    private final Agreements agreements;
    private final Calendars calendars;
    private final Organizations organizations;
    private final People people;
    private final Ladders ladders;
    private final Coverage coverage;
    private final InstantSource clock;

    AgreementController(
            Agreements agreements,
            Calendars calendars,
            Organizations organizations,
            People people,
            Ladders ladders,
            Coverage coverage,
            InstantSource clock) {
        this.agreements = agreements;
        this.calendars = calendars;
        this.organizations = organizations;
        this.people = people;
        this.ladders = ladders;
        this.coverage = coverage;
        this.clock = clock;
    }

    @GetMapping("/agreements")
    String index(Model model) {
        model.addAttribute("agreements", agreements.all());
        model.addAttribute("selections", SelectionLine.of(agreements, organizations));
        model.addAttribute("findings", coverage.findings(clock.instant()));
        return "sla/web/index";
    }

    @GetMapping("/agreements/new")
    String form(@RequestParam(defaultValue = "standard") String like, Model model) {
        return form(model, null, AgreementForm.like(find(like)));
    }

    @PostMapping("/agreements")
    String create(@RequestParam MultiValueMap<String, String> fields, Me me) {
        var form = new AgreementForm(fields);
        agreements.create(form.value("code"), form.value("name"), form.offer(), me, clock.instant());
        return "redirect:/agreements";
    }

    @GetMapping("/agreements/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        return form(model, code, AgreementForm.of(find(code)));
    }

    @PostMapping("/agreements/{code}")
    String update(@PathVariable String code, @RequestParam MultiValueMap<String, String> fields, Me me) {
        var form = new AgreementForm(fields);
        agreements.update(code, form.value("name"), form.offer(), form.seen(), me, clock.instant());
        return "redirect:/agreements";
    }

    private String form(Model model, @Nullable String code, AgreementForm form) {
        model.addAttribute("code", code);
        model.addAttribute("form", form);
        model.addAttribute("ladder", code == null ? List.of() : ladders.of(code));
        model.addAttribute("revision", agreements.revision());
        model.addAttribute(
                "people",
                people.able(Permission.TICKET_WORK).stream()
                        .map(p -> new Choice(String.valueOf(p.id()), p.name()))
                        .toList());
        model.addAttribute(
                "calendars",
                calendars.all().stream()
                        .map(c -> new Choice(c.code(), c.name()))
                        .toList());
        return "sla/web/form";
    }

    private Agreement find(String code) {
        return agreements.find(code).orElseThrow(() -> Refused.notFound("sla.unknown_agreement", code));
    }
}
