package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Quarantine;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A message that nobody could read is read again. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ReplayController {
    private final Quarantine quarantine;
    private final InstantSource clock;

    ReplayController(Quarantine quarantine, InstantSource clock) {
        this.quarantine = quarantine;
        this.clock = clock;
    }

    @PostMapping("/messages/{id}/replay")
    String create(@PathVariable long id, Me me) {
        long source = quarantine.find(id, me).source();
        quarantine.replay(id, me, clock.instant());
        return "redirect:/sources/" + source;
    }
}
