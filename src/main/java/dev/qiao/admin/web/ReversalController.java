package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Reversals;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Taking back a change of the configuration. */
@Controller
@Needs(Permission.AUDIT_SEE)
class ReversalController {
    private final Reversals reversals;
    private final InstantSource clock;

    ReversalController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    /** @param from whose history the reader looked at: the settings', else the audit */
    @PostMapping("/audit/{id}/reversal")
    String create(@PathVariable long id, @RequestParam(defaultValue = "") String from, Me me) {
        reversals.reverse(id, me, clock.instant());
        return from.equals("settings") ? "redirect:/settings" : "redirect:/audit";
    }
}
