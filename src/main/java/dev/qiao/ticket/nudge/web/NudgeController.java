package dev.qiao.ticket.nudge.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.nudge.Nudges;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asking to be quicker. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/nudges")
@Needs
class NudgeController {
    private final Nudges nudges;
    private final InstantSource clock;

    NudgeController(Nudges nudges, InstantSource clock) {
        this.nudges = nudges;
        this.clock = clock;
    }

    @PostMapping
    String create(
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String reason,
            Me me,
            Page page,
            HttpServletResponse response) {
        int count = nudges.nudge(number, reason, me, clock.instant());
        Toast.of(page.t("ticket.nudge.done", number, count)).on(response);
        return "redirect:/tickets/" + number;
    }
}
