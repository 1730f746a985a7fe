package dev.qiao.signal.rule.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.RuleTrial;
import dev.qiao.signal.web.AlertLines;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a rule would have made of the last alerts, before it is saved. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class AlertRuleTrialController {
    private final RuleTrial trial;
    private final AlertLines lines;

    AlertRuleTrialController(RuleTrial trial, AlertLines lines) {
        this.trial = trial;
        this.lines = lines;
    }

    /** @param rule the one that is edited; nothing: a new one */
    @PostMapping("/alerts/rules/trial")
    String create(AlertRuleForm form, @RequestParam @Nullable Long rule, Me me, Model model) {
        var found = trial.of(rule, form.draft(), me);
        model.addAttribute("trial", found);
        model.addAttribute("lines", lines.of(found.newest(), me));
        return "signal/rule/web/trial";
    }
}
