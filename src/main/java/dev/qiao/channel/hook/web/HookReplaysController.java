package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.channel.hook.Hooks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** All messages to a webhook that were given up are sent once more. */
@Controller
@Needs(Permission.ADMIN)
class HookReplaysController {
    private final Hooks hooks;
    private final InstantSource clock;

    HookReplaysController(Hooks hooks, InstantSource clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @PostMapping("/hooks/{id}/replays")
    String create(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        int many = hooks.replayDead(id, me, clock.instant());
        Toast.of(page.t("channel.hook_replayed", many)).on(response);
        return "redirect:/hooks/" + id;
    }
}
