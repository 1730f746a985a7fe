package dev.qiao.signal.watch.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.watch.WatchTrial;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** What a rule would have found yesterday, before it is saved. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class WatchTrialController {
    private final WatchTrial trial;
    private final InstantSource clock;

    WatchTrialController(WatchTrial trial, InstantSource clock) {
        this.trial = trial;
        this.clock = clock;
    }

    @PostMapping("/watches/trial")
    String create(WatchForm form, Me me, Model model) {
        model.addAttribute("trial", trial.of(form.draft(), me, clock.instant()));
        return "signal/watch/web/trial";
    }
}
