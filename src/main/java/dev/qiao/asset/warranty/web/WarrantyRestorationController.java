package dev.qiao.asset.warranty.web;

import dev.qiao.asset.warranty.Warranties;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a warranty, for whoever took it out. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class WarrantyRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    WarrantyRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/warranties/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Warranties.KIND, Warranties.KIND, id, null, me, clock.instant());
        return "redirect:/warranties";
    }
}
