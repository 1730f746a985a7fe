package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.form.Forms;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Taking a form out of use, and back. */
@Controller
@RequestMapping("/forms/{code}/retirement")
@Needs(Permission.DESK_CONFIGURE)
class RetirementController {
    private final Forms forms;
    private final InstantSource clock;

    RetirementController(Forms forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable String code, Me me, Page page, HttpServletResponse response) {
        var form = forms.activate(code, false, me, clock.instant());
        Toast.of(page.t("ticket.form.retired", form.name()))
                .undo("DELETE", "/forms/" + code + "/retirement")
                .on(response);
        return "redirect:/forms/" + code;
    }

    @DeleteMapping
    String destroy(@PathVariable String code, Me me, Page page, HttpServletResponse response) {
        var form = forms.activate(code, true, me, clock.instant());
        Toast.of(page.t("ticket.form.back", form.name())).on(response);
        return "redirect:/forms/" + code;
    }
}
