package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.web.AskedViews;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a form asked from when on; a new version makes what was worked out the one that is asked. */
@Controller
@RequestMapping("/forms/{code}/versions")
@Needs(Permission.DESK_CONFIGURE)
class VersionController {
    private final Forms forms;
    private final AskedViews views;
    private final InstantSource clock;

    VersionController(Forms forms, AskedViews views, InstantSource clock) {
        this.forms = forms;
        this.views = views;
        this.clock = clock;
    }

    @PostMapping
    String create(
            @PathVariable String code, @RequestParam int revision, Me me, Page page, HttpServletResponse response) {
        var form = forms.publish(code, revision, me, clock.instant());
        Toast.of(page.t("ticket.form.published", form.name())).on(response);
        return "redirect:/forms/" + code;
    }

    @GetMapping("/{number:\\d+}")
    String show(@PathVariable String code, @PathVariable int number, Model model) {
        var form = forms.find(code);
        var version = forms.history(form).stream()
                .filter(v -> v.number() == number)
                .findFirst()
                .orElseThrow(() -> Refused.notFound("ticket.form.no_version", number));
        model.addAttribute("form", form);
        model.addAttribute("asked", views.fresh(version));
        return "ticket/form/web/admin/version";
    }
}
