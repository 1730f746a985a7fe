package dev.qiao.admin.web;

import dev.qiao.admin.DeskPreferences;
import dev.qiao.admin.DeskPreferences.Chosen;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings of the desk. */
@Controller
@Needs(Permission.ADMIN)
class SettingsController {
    private final DeskPreferences preferences;
    private final InstantSource clock;

    SettingsController(DeskPreferences preferences, InstantSource clock) {
        this.preferences = preferences;
        this.clock = clock;
    }

    @GetMapping("/settings")
    String edit(Page page, Model model) {
        model.addAttribute("chosen", preferences.chosen());
        model.addAttribute(
                "languages",
                People.LANGUAGES.stream()
                        .map(code -> new Choice(code, page.t("admin.language." + code)))
                        .toList());
        return "admin/web/settings";
    }

    @PostMapping("/settings")
    String update(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            Me me) {
        preferences.change(new Chosen(name, language, zone), me, clock.instant());
        return "redirect:/admin";
    }
}
