package dev.qiao.report.web;

import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Targets with their figures; one of them opened shows its course and the tickets behind it. */
@Controller
@RequestMapping("/targets")
@Needs(Permission.REPORT_SEE)
class TargetController {
    private final TargetPages pages;
    private final Preferences preferences;

    TargetController(TargetPages pages, Preferences preferences) {
        this.pages = pages;
        this.preferences = preferences;
    }

    @GetMapping
    String index(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Page page,
            Model model) {
        model.addAttribute("targets", pages.of(Period.of(from, to, preferences.zone(), page.now()), null, false, page));
        return "report/web/index";
    }

    @GetMapping("/{code}")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(defaultValue = "false") boolean all,
            Page page,
            Model model) {
        Measure open = BehindApi.measure(code);
        model.addAttribute("targets", pages.of(Period.of(from, to, preferences.zone(), page.now()), open, all, page));
        return "report/web/index";
    }
}
