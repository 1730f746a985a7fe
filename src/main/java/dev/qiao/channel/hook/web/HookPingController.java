package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.hook.Hooks;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A word to a webhook that is about nothing, to try it. */
@Controller
@Needs(Permission.ADMIN)
class HookPingController {
    private final Hooks hooks;
    private final InstantSource clock;

    HookPingController(Hooks hooks, InstantSource clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @PostMapping("/hooks/{id}/pings")
    String create(@PathVariable long id, Me me) {
        hooks.ping(id, me, clock.instant());
        return "redirect:/hooks/" + id;
    }
}
