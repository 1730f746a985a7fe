package dev.qiao.signal.rule.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.signal.rule.AlertRules;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The ordered list by which alerts are judged. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class AlertRuleController {
    private final AlertRules rules;
    private final AlertRuleChoices choices;
    private final InstantSource clock;

    AlertRuleController(AlertRules rules, AlertRuleChoices choices, InstantSource clock) {
        this.rules = rules;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/alerts/rules")
    String index(Page page, Model model) {
        model.addAttribute("lines", choices.lines(rules.all(), page.lang()));
        return "signal/rule/web/index";
    }

    @GetMapping("/alerts/rules/new")
    String form(Page page, Model model) {
        return form(page, model, null, AlertRuleForm.empty());
    }

    @PostMapping("/alerts/rules")
    String create(AlertRuleForm form, Me me) {
        rules.create(form.draft(), me, clock.instant());
        return "redirect:/alerts/rules";
    }

    @GetMapping("/alerts/rules/{id}/edit")
    String edit(@PathVariable long id, Page page, Model model) {
        return form(page, model, id, AlertRuleForm.of(rules.find(id)));
    }

    @PostMapping("/alerts/rules/{id}")
    String update(@PathVariable long id, AlertRuleForm form, Me me) {
        int seen = form.seen() == null ? rules.find(id).version() : Objects.requireNonNull(form.seen());
        rules.update(id, seen, form.draft(), me, clock.instant());
        return "redirect:/alerts/rules";
    }

    @DeleteMapping("/alerts/rules/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        rules.delete(id, me, clock.instant());
        Toast.of(page.t("signal.rule_deleted"))
                .undo("POST", "/alerts/rules/" + id + "/restoration")
                .on(response);
        return "redirect:/alerts/rules";
    }

    private String form(Page page, Model model, @Nullable Long id, AlertRuleForm form) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("choices", choices.all(form, page.lang()));
        return "signal/rule/web/form";
    }
}
