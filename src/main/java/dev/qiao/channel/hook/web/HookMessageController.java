package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.hook.Hooks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One message to a webhook, as it was sent. */
@Controller
@Needs(Permission.ADMIN)
class HookMessageController {
    private final Hooks hooks;

    HookMessageController(Hooks hooks) {
        this.hooks = hooks;
    }

    @GetMapping("/hooks/{id}/messages/{message}")
    String show(@PathVariable long id, @PathVariable long message, Me me, Model model) {
        model.addAttribute("hook", hooks.find(id, me));
        model.addAttribute("message", hooks.message(id, message, me));
        return "channel/hook/web/message";
    }
}
