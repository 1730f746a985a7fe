package dev.qiao.ticket.view.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.view.Lenses;
import dev.qiao.ticket.view.SavedViews;
import dev.qiao.ticket.view.ViewDraft;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists under names. */
@Controller
@RequestMapping("/views")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class ViewController {
    private final SavedViews views;
    private final Lenses lenses;
    private final InstantSource clock;

    ViewController(SavedViews views, Lenses lenses, InstantSource clock) {
        this.views = views;
        this.lenses = lenses;
        this.clock = clock;
    }

    @PostMapping
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "false") boolean shared,
            Me me) {
        return "redirect:"
                + views.save(new ViewDraft(name, lenses.read(query), team, shared), me, clock.instant())
                        .path();
    }

    @PostMapping("/{id:\\d+}")
    String update(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "false") boolean shared,
            @RequestParam(required = false) @Nullable Integer version,
            Me me) {
        var draft = new ViewDraft(name, lenses.read(query), team, shared);
        return "redirect:"
                + views.change(id, version, draft, me, clock.instant()).path();
    }

    @DeleteMapping("/{id:\\d+}")
    String destroy(@PathVariable long id, Me me, Page page, HttpServletResponse response) {
        views.remove(id, me, clock.instant());
        Toast.of(page.t("ticket.saved.removed"))
                .undo("POST", "/views/" + id + "/restoration")
                .on(response);
        return "redirect:/tickets";
    }
}
