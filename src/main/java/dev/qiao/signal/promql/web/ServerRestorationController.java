package dev.qiao.signal.promql.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import dev.qiao.signal.promql.Servers;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a server that was asked by PromQL, for whoever took it out. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ServerRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    ServerRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/promql/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Servers.KIND, Servers.KIND, id, null, me, clock.instant());
        return "redirect:/promql";
    }
}
