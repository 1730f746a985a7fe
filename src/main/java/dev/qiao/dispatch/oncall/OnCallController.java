package dev.qiao.dispatch.oncall;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is on call. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class OnCallController {
    private final OnCalls calls;
    private final InstantSource clock;

    OnCallController(OnCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping("/oncall")
    String index(Me me, Model model) {
        model.addAttribute("calls", calls.all(me, clock.instant()));
        return "dispatch/oncall/index";
    }
}
