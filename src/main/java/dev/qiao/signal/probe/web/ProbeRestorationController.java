package dev.qiao.signal.probe.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import dev.qiao.signal.probe.Probes;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a probe, for whoever took it out; what it saw is gone. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ProbeRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    ProbeRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/probes/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Probes.KIND, Probes.KIND, id, null, me, clock.instant());
        return "redirect:/probes";
    }
}
