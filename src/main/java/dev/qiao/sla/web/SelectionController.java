package dev.qiao.sla.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Organizations;
import dev.qiao.sla.Agreement;
import dev.qiao.sla.Agreements;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where agreements apply, in order. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class SelectionController {
    private final Agreements agreements;
    private final Organizations organizations;
    private final InstantSource clock;

    SelectionController(Agreements agreements, Organizations organizations, InstantSource clock) {
        this.agreements = agreements;
        this.organizations = organizations;
        this.clock = clock;
    }

    @GetMapping("/selections/edit")
    String edit(Model model) {
        model.addAttribute("lines", SelectionLine.of(agreements, organizations));
        model.addAttribute("seen", agreements.revision());
        model.addAttribute(
                "agreements",
                agreements.all().stream()
                        .map(a -> new Choice(a.code(), a.name()))
                        .toList());
        model.addAttribute(
                "standard",
                agreements.all().stream()
                        .filter(Agreement::standard)
                        .map(Agreement::code)
                        .findFirst()
                        .orElse(""));
        return "sla/web/selections";
    }

    @PostMapping("/selections")
    String update(@RequestParam MultiValueMap<String, String> fields, Me me) {
        var form = new SelectionForm(fields, organizations);
        agreements.select(form.selections(), form.standard(), form.seen(), me, clock.instant());
        return "redirect:/agreements";
    }
}
