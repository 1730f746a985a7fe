package dev.qiao.signal.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.signal.Grades;
import dev.qiao.signal.Severity;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the senders' words for badness mean. A word stands in the query, for it may hold anything. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class GradeController {
    private final Grades grades;
    private final InstantSource clock;

    GradeController(Grades grades, InstantSource clock) {
        this.grades = grades;
        this.clock = clock;
    }

    /** @param word that is to be changed; empty: another one */
    @GetMapping("/sources/grades")
    String index(@RequestParam(defaultValue = "") String word, Page page, Model model) {
        var all = grades.all();
        var chosen = all.stream()
                .filter(grade -> grade.word().equals(word))
                .findFirst()
                .orElse(null);
        model.addAttribute(
                "lines",
                all.stream()
                        .map(grade -> new GradeLine(grade, query(grade.word())))
                        .toList());
        model.addAttribute("chosen", chosen);
        model.addAttribute("severities", severities(page));
        return "signal/web/grades";
    }

    @PostMapping("/sources/grades")
    String create(@RequestParam String word, @RequestParam String severity, Me me) {
        grades.put(word, Coded.of(Severity.class, "severity", severity), me, clock.instant());
        return "redirect:/sources/grades";
    }

    @DeleteMapping("/sources/grades")
    String destroy(@RequestParam String word, Me me, Page page, HttpServletResponse response) {
        grades.remove(word, me, clock.instant());
        Toast.of(page.t("signal.grade_removed", word))
                .undo("POST", "/sources/grades/restoration?" + query(word))
                .on(response);
        return "redirect:/sources/grades";
    }

    private static List<Choice> severities(Page page) {
        return EnumSet.complementOf(EnumSet.of(Severity.UNKNOWN)).stream()
                .map(severity -> new Choice(severity.code(), page.t("signal.severity." + severity.code())))
                .toList();
    }

    private static String query(String word) {
        return "word=" + URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
