package dev.qiao.ticket.silence.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.silence.Silences;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** After how long without a word to the requester somebody is reminded. */
@Controller
@RequestMapping("/reminders")
@Needs(Permission.DESK_CONFIGURE)
class SilenceController {
    private final Silences silences;
    private final InstantSource clock;

    SilenceController(Silences silences, InstantSource clock) {
        this.silences = silences;
        this.clock = clock;
    }

    @GetMapping
    String edit(Model model) {
        model.addAttribute("limits", silences.limits());
        return "ticket/silence/web/edit";
    }

    /** Fields are named by their priority; an empty one is never reminded of. Errors: one that is missing says nothing. */
    @PostMapping
    String update(@RequestParam Map<String, String> fields, Me me) {
        var limits = new EnumMap<Priority, Integer>(Priority.class);
        for (var priority : Priority.values()) {
            var sent = fields.get(priority.code());
            if (sent == null) throw Refused.malformed(priority.code(), "base.garbled");
            var typed = sent.strip();
            if (typed.isEmpty()) continue;
            if (!typed.matches("\\d{1,6}")) throw Refused.invalid(priority.code(), "ticket.silence.bounds", 1000);
            limits.put(priority, Integer.parseInt(typed));
        }
        silences.change(limits, me, clock.instant());
        return "redirect:/reminders";
    }
}
