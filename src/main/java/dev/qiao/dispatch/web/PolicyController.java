package dev.qiao.dispatch.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.dispatch.Rules;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** What holds for all dispatching; its form stands under the rules. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class PolicyController {
    private final Rules rules;
    private final InstantSource clock;

    PolicyController(Rules rules, InstantSource clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @PostMapping("/rules/policy")
    String update(PolicyForm form, Me me, Page page, HttpServletResponse response) {
        rules.change(form.policy(), me, clock.instant());
        Toast.of(page.t("dispatch.saved")).on(response);
        return "redirect:/rules";
    }
}
