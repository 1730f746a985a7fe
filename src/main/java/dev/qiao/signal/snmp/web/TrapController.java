package dev.qiao.signal.snmp.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.Severity;
import dev.qiao.signal.snmp.TrapTrial;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import dev.qiao.signal.source.SourceDraft;
import dev.qiao.signal.source.Sources;
import dev.qiao.signal.source.TrapDoors;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the traps of a source mean. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class TrapController {
    /** So many rules more than there are can be written at once. */
    private static final int MORE = 2;

    private final Sources sources;
    private final TrapDoors doors;
    private final TrapTrial trial;
    private final InstantSource clock;

    TrapController(Sources sources, TrapDoors doors, TrapTrial trial, InstantSource clock) {
        this.sources = sources;
        this.doors = doors;
        this.trial = trial;
        this.clock = clock;
    }

    @GetMapping("/sources/{id}/traps")
    String edit(@PathVariable long id, Me me, Page page, Model model) {
        var source = trapping(id, me);
        var rules = new ArrayList<>(source.setup().meanings());
        for (int n = 0; n < MORE; n++) rules.add(null);
        model.addAttribute("source", source);
        model.addAttribute("rules", rules);
        model.addAttribute("user", doors.user(source).orElse(null));
        model.addAttribute("tried", trial.of(id, source.setup().meanings(), me));
        model.addAttribute(
                "severities",
                Arrays.stream(Severity.values())
                        .filter(severity -> severity != Severity.UNKNOWN)
                        .map(severity -> new Choice(severity.code(), page.t("signal.severity." + severity.code())))
                        .toList());
        return "signal/snmp/web/traps";
    }

    @PostMapping("/sources/{id}/traps")
    String update(@PathVariable long id, TrapForm form, Me me) {
        var source = trapping(id, me);
        var draft = SourceDraft.of(source).meaning(form.rules());
        int seen = Objects.requireNonNullElse(form.seen(), source.version());
        sources.update(id, seen, draft, me, clock.instant());
        return "redirect:/sources/" + id + "/traps";
    }

    private Source trapping(long id, Me me) {
        var source = sources.find(id, me);
        if (source.kind() != Sender.SNMP) throw Refused.notFound("signal.no_traps");
        return source;
    }
}
