package dev.qiao.feedback.theme.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.theme.Theme;
import dev.qiao.feedback.theme.Themes;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Themes as lines: a name, a colon, and words between commas. */
@Controller
@RequestMapping("/themes")
@Needs(Permission.DESK_CONFIGURE)
class ThemeController {
    private final Themes themes;
    private final InstantSource clock;

    ThemeController(Themes themes, InstantSource clock) {
        this.themes = themes;
        this.clock = clock;
    }

    @GetMapping
    String edit(Model model) {
        model.addAttribute(
                "lines",
                themes.all().stream()
                        .map(theme -> theme.name() + ": " + String.join(", ", theme.words()))
                        .collect(Collectors.joining("\n")));
        return "feedback/theme/web/edit";
    }

    @PostMapping
    String update(@RequestParam(defaultValue = "", name = "themes") String lines, Me me) {
        themes.change(
                lines.lines()
                        .filter(line -> !line.isBlank())
                        .map(ThemeController::theme)
                        .toList(),
                me,
                clock.instant());
        return "redirect:/themes";
    }

    private static Theme theme(String line) {
        var parts = line.split("[:：]", 2);
        return new Theme(parts[0], parts.length < 2 ? List.<String>of() : Arrays.asList(parts[1].split("[,，、;；]")));
    }
}
