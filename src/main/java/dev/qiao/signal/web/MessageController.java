package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.Quarantine;
import dev.qiao.signal.source.Sources;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A message as it came; one that nobody could read can be given up. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class MessageController {
    /** So much of a body is shown. */
    private static final int SHOWN = 64 * 1024;

    private final Quarantine quarantine;
    private final Sources sources;
    private final InstantSource clock;

    MessageController(Quarantine quarantine, Sources sources, InstantSource clock) {
        this.quarantine = quarantine;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping("/messages/{id}")
    String show(@PathVariable long id, Me me, Model model) {
        var message = quarantine.find(id, me);
        var body = message.body();
        int shown = Math.min(body.length, SHOWN);
        model.addAttribute("message", message);
        model.addAttribute("kept", quarantine.kept(id, me));
        model.addAttribute("source", sources.find(message.source(), me));
        model.addAttribute("body", new String(body, 0, shown, StandardCharsets.UTF_8));
        model.addAttribute("whole", shown == body.length);
        return "signal/web/message";
    }

    @DeleteMapping("/messages/{id}")
    String destroy(@PathVariable long id, Me me) {
        long source = quarantine.find(id, me).source();
        quarantine.drop(id, me, clock.instant());
        return "redirect:/sources/" + source;
    }
}
