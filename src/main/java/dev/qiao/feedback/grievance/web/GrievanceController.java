package dev.qiao.feedback.grievance.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.feedback.grievance.Grievances;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Noting what somebody is unhappy about, in one line. */
@Controller
@Needs
class GrievanceController {
    private final Grievances grievances;
    private final InstantSource clock;

    GrievanceController(Grievances grievances, InstantSource clock) {
        this.grievances = grievances;
        this.clock = clock;
    }

    @PostMapping({"/tickets/{number:\\d+}/grievances", "/my/{number:\\d+}/grievances"})
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String words,
            Me me,
            Page page,
            HttpServletResponse response) {
        grievances.note(number, words, me, clock.instant());
        Toast.of(page.t("feedback.grievance_noted")).on(response);
        return "redirect:" + (me.worksHere() ? "/tickets/" : "/my/") + number;
    }
}
