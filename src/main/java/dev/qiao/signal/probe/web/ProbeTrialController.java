package dev.qiao.signal.probe.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.probe.Probes;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;

/** What a probe sees now, before it is saved. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ProbeTrialController {
    private final Probes probes;
    private final InstantSource clock;

    ProbeTrialController(Probes probes, InstantSource clock) {
        this.probes = probes;
        this.clock = clock;
    }

    @PostMapping("/probes/trial")
    String create(ProbeForm form, Me me, Page page, Model model) {
        var result = probes.attempt(form.draft(), me, clock.instant());
        model.addAttribute("ok", result.ok());
        model.addAttribute("said", ProbeLines.said(result, page.lang()));
        return "signal/probe/web/trial";
    }
}
