package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.hook.Hooks;
import dev.qiao.journal.Reversals;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a webhook, for whoever took it out. */
@Controller
@Needs(Permission.ADMIN)
class HookRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    HookRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/hooks/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Hooks.KIND, Hooks.KIND, id, null, me, clock.instant());
        return "redirect:/hooks";
    }
}
