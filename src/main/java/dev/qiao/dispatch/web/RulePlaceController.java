package dev.qiao.dispatch.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.dispatch.Rules;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The place of a rule in the list. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class RulePlaceController {
    private final Rules rules;
    private final InstantSource clock;

    RulePlaceController(Rules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** @param steps down the list; up when negative */
    @PostMapping("/rules/{id}/place")
    String update(@PathVariable long id, @RequestParam int steps, Me me) {
        rules.move(id, steps, me, clock.instant());
        return "redirect:/rules";
    }
}
