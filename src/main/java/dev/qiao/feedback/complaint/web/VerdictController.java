package dev.qiao.feedback.complaint.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.complaint.Complaints;
import dev.qiao.feedback.complaint.Handling;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the answer satisfies whoever complained. */
@Controller
@Needs(Permission.REQUEST)
class VerdictController {
    private final Complaints complaints;
    private final Handling handling;
    private final InstantSource clock;

    VerdictController(Complaints complaints, Handling handling, InstantSource clock) {
        this.complaints = complaints;
        this.handling = handling;
        this.clock = clock;
    }

    @PostMapping("/my/complaints/{number:\\d+}/verdict")
    String create(
            @PathVariable long number,
            @RequestParam boolean satisfied,
            @RequestParam(required = false) @Nullable String words,
            Me me) {
        complaints.mine(number, me);
        handling.judge(number, satisfied, words, me, clock.instant());
        return "redirect:/my/complaints/" + number;
    }
}
