package dev.qiao.feedback.practice.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.feedback.practice.Practice;
import dev.qiao.feedback.practice.Practices;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The practice as a form. */
@Controller
@RequestMapping("/practice")
@Needs(Permission.DESK_CONFIGURE)
class PracticeController {
    private final Practices practices;
    private final InstantSource clock;

    PracticeController(Practices practices, InstantSource clock) {
        this.practices = practices;
        this.clock = clock;
    }

    @GetMapping
    String edit(Model model) {
        model.addAttribute("practice", practices.current());
        return "feedback/practice/web/edit";
    }

    @PostMapping
    String update(Practice practice, Me me, Page page, HttpServletResponse response) {
        practices.change(practice, me, clock.instant());
        Toast.of(page.t("feedback.practice_saved")).on(response);
        return "redirect:/practice";
    }
}
