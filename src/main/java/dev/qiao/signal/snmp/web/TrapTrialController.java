package dev.qiao.signal.snmp.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.snmp.TrapTrial;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What rules would have made of the last traps, before they are saved. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class TrapTrialController {
    private final TrapTrial trial;

    TrapTrialController(TrapTrial trial) {
        this.trial = trial;
    }

    @PostMapping("/sources/{id}/traps/trial")
    String create(@PathVariable long id, TrapForm form, Me me, Model model) {
        model.addAttribute("tried", trial.of(id, form.rules(), me));
        return "signal/snmp/web/tried";
    }
}
