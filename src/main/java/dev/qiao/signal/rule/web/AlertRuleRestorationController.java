package dev.qiao.signal.rule.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import dev.qiao.signal.rule.AlertRules;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a rule in its place, for whoever took it out. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class AlertRuleRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    AlertRuleRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/alerts/rules/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(AlertRules.KIND, AlertRules.KIND, id, String.valueOf(id), me, clock.instant());
        return "redirect:/alerts/rules";
    }
}
