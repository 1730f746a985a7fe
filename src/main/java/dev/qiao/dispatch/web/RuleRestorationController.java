package dev.qiao.dispatch.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.dispatch.Rules;
import dev.qiao.journal.Reversals;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a rule in its place, for whoever took it out. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class RuleRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    RuleRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/rules/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Rules.RULE, Rules.RULE, id, String.valueOf(id), me, clock.instant());
        return "redirect:/rules";
    }
}
