package dev.qiao.admin.web;

import dev.qiao.admin.DeskPreferences;
import dev.qiao.admin.DeskPreferences.Chosen;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.settings.Settings;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Finder;
import dev.qiao.base.web.Finder.Found;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Journal;
import dev.qiao.people.People;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings of the desk, with the history of each. */
@Controller
@Needs(Permission.ADMIN)
class SettingsController {
    private static final int MOST_HISTORY = 200;
    private static final int MOST_ELSEWHERE = 40;

    private final DeskPreferences preferences;
    private final Settings outside;
    private final Journal journal;
    private final AuditLines lines;
    private final ObjectProvider<Finder> finders;
    private final InstantSource clock;

    SettingsController(
            DeskPreferences preferences,
            Settings outside,
            Journal journal,
            AuditLines lines,
            ObjectProvider<Finder> finders,
            InstantSource clock) {
        this.preferences = preferences;
        this.outside = outside;
        this.journal = journal;
        this.lines = lines;
        this.finders = finders;
        this.clock = clock;
    }

    /** @param q words to look for in names and explanations */
    @GetMapping("/settings")
    String edit(@RequestParam(defaultValue = "") String q, Page page, Me me, Model model) {
        model.addAttribute("chosen", preferences.chosen());
        model.addAttribute(
                "languages",
                People.LANGUAGES.stream()
                        .map(code -> new Choice(code, page.t("admin.language." + code)))
                        .toList());
        model.addAttribute("q", q);
        model.addAttribute("found", found(q, page));
        model.addAttribute("outside", SettingLine.of(outside, q, page));
        model.addAttribute("elsewhere", elsewhere(q, page));
        model.addAttribute("history", history(page, me));
        return "admin/web/settings";
    }

    @PostMapping("/settings")
    String update(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "") String zone,
            @RequestParam(defaultValue = "false") boolean catalogue,
            Me me,
            Page page,
            HttpServletResponse response) {
        var before = preferences.chosen();
        preferences.change(new Chosen(name, language, zone, catalogue), me, clock.instant());
        var toast = Toast.of(page.t("admin.setting.saved"));
        var newest = journal.newest(DeskPreferences.KIND, Set.of(Audience.ADMIN), 1);
        boolean back = page.may(Permission.AUDIT_SEE) && !newest.isEmpty() && before.changes(preferences.chosen()) == 1;
        (back ? toast.undo("POST", "/audit/" + newest.getFirst().id() + "/reversal?from=settings") : toast)
                .on(response);
        return "redirect:/settings";
    }

    /** What is set up on pages of its own: the pages on which such a thing is set, and what bears such a name. */
    private List<Found> elsewhere(String q, Page page) {
        if (q.isBlank()) return List.of();
        var pages = page.administration().stream()
                .filter(menu -> SettingLine.found(
                        q,
                        SettingLine.texts(
                                page, menu.key(), "admin.words." + menu.path().substring(1))))
                .map(menu -> new Found(page.t(menu.key()), null, menu.icon(), menu.path()));
        var things =
                finders.stream().filter(Finder::configures).flatMap(finder -> finder.find(q.strip(), page).stream());
        var paths = new HashSet<String>();
        return Stream.concat(pages, things)
                .filter(found -> !found.path().startsWith("/settings") && paths.add(found.path()))
                .limit(MOST_ELSEWHERE)
                .toList();
    }

    private static Set<String> found(String q, Page page) {
        return DeskPreferences.NAMES.stream()
                .filter(name -> SettingLine.found(
                        q, SettingLine.texts(page, "admin.setting." + name, "admin.setting." + name + "_hint")))
                .collect(Collectors.toSet());
    }

    /** Of all settings that can be changed here, the newest first. */
    private List<AuditLine> history(Page page, Me me) {
        return lines.of(journal.newest(DeskPreferences.KIND, Set.of(Audience.ADMIN), MOST_HISTORY), me, page);
    }
}
