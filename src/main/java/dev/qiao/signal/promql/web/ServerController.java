package dev.qiao.signal.promql.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.signal.promql.Servers;
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

/** Servers that are asked by PromQL. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ServerController {
    private final Servers servers;
    private final InstantSource clock;

    ServerController(Servers servers, InstantSource clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @GetMapping("/promql")
    String index(Me me, Model model) {
        model.addAttribute("servers", servers.all(me));
        return "signal/promql/web/index";
    }

    @GetMapping("/promql/new")
    String form(Model model) {
        return form(model, null, false, ServerForm.empty());
    }

    @PostMapping("/promql")
    String create(ServerForm form, Me me) {
        servers.create(form.draft(), form.pass().orElse(null), me, clock.instant());
        return "redirect:/promql";
    }

    @GetMapping("/promql/{id}/edit")
    String edit(@PathVariable long id, Me me, Model model) {
        var server = servers.find(id, me);
        return form(model, id, server.passed(), ServerForm.of(server));
    }

    @PostMapping("/promql/{id}")
    String update(@PathVariable long id, ServerForm form, Me me) {
        int seen = form.seen() == null ? servers.find(id, me).version() : Objects.requireNonNull(form.seen());
        servers.update(id, seen, form.draft(), form.pass(), me, clock.instant());
        return "redirect:/promql";
    }

    @DeleteMapping("/promql/{id}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        servers.delete(id, me, clock.instant());
        Toast.of(page.t("signal.promql_deleted"))
                .undo("POST", "/promql/" + id + "/restoration")
                .on(response);
        return "redirect:/promql";
    }

    private static String form(Model model, @Nullable Long id, boolean passed, ServerForm form) {
        model.addAttribute("id", id);
        model.addAttribute("passed", passed);
        model.addAttribute("form", form);
        return "signal/promql/web/form";
    }
}
