package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.hook.Hooks;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Another secret for a webhook, shown once. */
@Controller
@Needs(Permission.ADMIN)
class HookSecretController {
    private final Hooks hooks;
    private final InstantSource clock;

    HookSecretController(Hooks hooks, InstantSource clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @PostMapping("/hooks/{id}/secret")
    String create(@PathVariable long id, Me me, Model model) {
        model.addAttribute("issued", hooks.rotate(id, me, clock.instant()));
        return "channel/hook/web/issued";
    }
}
