package dev.qiao.channel.hook.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.channel.hook.Hook;
import dev.qiao.channel.hook.HookEvent;
import dev.qiao.channel.hook.Hooks;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Other programs that are told what happens to tickets. */
@Controller
@Needs(Permission.ADMIN)
class HookController {
    private static final int SHOWN = 50;

    private final Hooks hooks;
    private final InstantSource clock;

    HookController(Hooks hooks, InstantSource clock) {
        this.hooks = hooks;
        this.clock = clock;
    }

    @GetMapping("/hooks")
    String index(Me me, Page page, Model model) {
        model.addAttribute(
                "lines",
                hooks.all(me).stream().map(hook -> line(hook, me, page.now())).toList());
        return "channel/hook/web/index";
    }

    @GetMapping("/hooks/new")
    String form(Model model) {
        return form(model, null, HookForm.empty());
    }

    /** The answer is the only one that holds the secret. */
    @PostMapping("/hooks")
    String create(HookForm form, Me me, Model model) {
        model.addAttribute("issued", hooks.create(form.draft(), me, clock.instant()));
        return "channel/hook/web/issued";
    }

    /** @param before what it was told before this message; absent: the newest */
    @GetMapping("/hooks/{id}")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Long before,
            Me me,
            Page page,
            Model model) {
        var found = hooks.messages(id, Objects.requireNonNullElse(before, Long.MAX_VALUE), SHOWN + 1, me);
        var shown = found.stream().limit(SHOWN).toList();
        model.addAttribute("line", line(hooks.find(id, me), me, page.now()));
        model.addAttribute("messages", shown);
        model.addAttribute("older", found.size() > SHOWN ? shown.getLast().id() : null);
        return "channel/hook/web/show";
    }

    @GetMapping("/hooks/{id}/edit")
    String edit(@PathVariable long id, Me me, Model model) {
        return form(model, id, HookForm.of(hooks.find(id, me)));
    }

    @PostMapping("/hooks/{id}")
    String update(@PathVariable long id, HookForm form, Me me) {
        int seen = form.seen() == null ? hooks.find(id, me).version() : Objects.requireNonNull(form.seen());
        hooks.update(id, seen, form.draft(), me, clock.instant());
        return "redirect:/hooks/" + id;
    }

    @DeleteMapping("/hooks/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        hooks.delete(id, me, clock.instant());
        Toast.of(page.t("channel.hook_deleted"))
                .undo("POST", "/hooks/" + id + "/restoration")
                .on(response);
        return "redirect:/hooks";
    }

    private HookLine line(Hook hook, Me me, Instant now) {
        var standing = hooks.standings(me).get(hook.id());
        return standing == null
                ? new HookLine(hook, 0, 0, now)
                : new HookLine(hook, standing.waiting(), standing.dead(), now);
    }

    private static String form(Model model, @Nullable Long id, HookForm form) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("events", HookEvent.ALL);
        return "channel/hook/web/form";
    }
}
