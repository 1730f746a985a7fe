package dev.qiao.feedback.grievance.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.feedback.grievance.Grievances;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The end of a grievance: settled in words, or made formal. */
@Controller
@RequestMapping("/grievances/{id:\\d+}/settlement")
@Needs
class SettlementController {
    private final Grievances grievances;
    private final InstantSource clock;

    SettlementController(Grievances grievances, InstantSource clock) {
        this.grievances = grievances;
        this.clock = clock;
    }

    /** @param number of the ticket whose page this is pressed on */
    @PostMapping
    String create(
            @PathVariable long id,
            @RequestParam long number,
            @RequestParam(defaultValue = "false") boolean formal,
            @RequestParam(required = false) @Nullable String words,
            Me me) {
        if (formal) grievances.raise(id, me, clock.instant());
        else grievances.settle(id, words, me, clock.instant());
        return "redirect:" + (me.worksHere() ? "/tickets/" : "/my/") + number;
    }
}
