package dev.qiao.dispatch.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.dispatch.Rules;
import dev.qiao.dispatch.trial.RuleFigures;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The ordered list that sends work to teams. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class RuleController {
    private static final Duration PERIOD = Duration.ofDays(90);

    private final Rules rules;
    private final RuleChoices choices;
    private final RuleFigures figures;
    private final InstantSource clock;

    RuleController(Rules rules, RuleChoices choices, RuleFigures figures, InstantSource clock) {
        this.rules = rules;
        this.choices = choices;
        this.figures = figures;
        this.clock = clock;
    }

    @GetMapping("/rules")
    String index(Page page, Me me, Model model) {
        model.addAttribute("figures", figures.since(clock.instant().minus(PERIOD), me));
        model.addAttribute("lines", choices.lines(rules.all(), page.lang()));
        model.addAttribute("policy", PolicyForm.of(rules.policy()));
        model.addAttribute("teams", choices.teams(rules.policy().defaultTeam(), page.lang()));
        return "dispatch/web/index";
    }

    @GetMapping("/rules/new")
    String form(Page page, Model model) {
        return form(page, model, null, RuleForm.empty());
    }

    @PostMapping("/rules")
    String create(RuleForm form, Me me) {
        rules.create(form.draft(), me, clock.instant());
        return "redirect:/rules";
    }

    @GetMapping("/rules/{id}/edit")
    String edit(@PathVariable long id, Page page, Model model) {
        return form(page, model, id, RuleForm.of(rules.find(id)));
    }

    @PostMapping("/rules/{id}")
    String update(@PathVariable long id, RuleForm form, Me me) {
        var seen = form.seen() == null ? rules.find(id).version() : Objects.requireNonNull(form.seen());
        rules.update(id, seen, form.draft(), me, clock.instant());
        return "redirect:/rules";
    }

    @DeleteMapping("/rules/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        rules.delete(id, me, clock.instant());
        Toast.of(page.t("dispatch.rule_deleted"))
                .undo("POST", "/rules/" + id + "/restoration")
                .on(response);
        return "redirect:/rules";
    }

    private String form(Page page, Model model, @Nullable Long id, RuleForm form) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("choices", choices.all(form, page.lang()));
        return "dispatch/web/form";
    }
}
