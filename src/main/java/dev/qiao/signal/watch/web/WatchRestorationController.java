package dev.qiao.signal.watch.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import dev.qiao.signal.watch.Watches;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a rule by which figures were watched, for whoever took it out. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class WatchRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    WatchRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/watches/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Watches.KIND, Watches.KIND, id, null, me, clock.instant());
        return "redirect:/watches";
    }
}
