package dev.qiao.dispatch.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.dispatch.Want;
import dev.qiao.dispatch.Want.Kind;
import dev.qiao.dispatch.Wants;
import dev.qiao.journal.Reversals;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Wanting a skill again, for whoever took that out. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class WantRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    WantRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/wants/{kind}/{subjectId}/{skillId}/restoration")
    String create(@PathVariable String kind, @PathVariable long subjectId, @PathVariable long skillId, Me me) {
        var want = new Want(Coded.of(Kind.class, "kind", kind), subjectId, skillId, 1);
        reversals.bringBack(Wants.KIND, Wants.KIND, subjectId, Wants.thing(want), me, clock.instant());
        return "redirect:/wants";
    }
}
