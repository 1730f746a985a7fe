package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.hook.Hooks;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A message to a webhook is sent once more. */
@Controller
@Needs(Permission.ADMIN)
class HookReplayController {
    private final Hooks hooks;
    private final InstantSource clock;

    HookReplayController(Hooks hooks, InstantSource clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @PostMapping("/hooks/{id}/messages/{message}/replay")
    String create(@PathVariable long id, @PathVariable long message, Me me) {
        hooks.replay(id, message, me, clock.instant());
        return "redirect:/hooks/" + id;
    }
}
