package dev.qiao.signal.rule.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.rule.AlertRules;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The place of a rule in the list. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class AlertRulePlaceController {
    private final AlertRules rules;
    private final InstantSource clock;

    AlertRulePlaceController(AlertRules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param steps down the list; up when negative */
    @PostMapping("/alerts/rules/{id}/place")
    String update(@PathVariable long id, @RequestParam int steps, Me me) {
        rules.move(id, steps, me, clock.instant());
        return "redirect:/alerts/rules";
    }
}
