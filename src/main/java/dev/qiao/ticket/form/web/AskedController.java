package dev.qiao.ticket.form.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.Forms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a ticket of a category and kind is asked, as part of a page on which it is being written. */
@Controller
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class AskedController {
    private final Forms forms;
    private final AskedViews views;

    AskedController(Forms forms, AskedViews views) {
        this.forms = forms;
        this.views = views;
    }

    /** @param version what was being filled in before the page was left; it is gone on with, though another is asked by now */
    @GetMapping("/asked")
    String show(
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam(required = false) @Nullable Long category,
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        @Nullable Kind word = kind.isBlank() ? null : Coded.of(Kind.class, "kind", kind);
        var begun = version == null ? null : forms.versions(List.of(version)).get(version);
        var asked =
                begun == null ? forms.fitting(category, word).map(Form::current).orElse(null) : begun;
        model.addAttribute("asked", views.fresh(asked));
        return "ticket/form/web/asked";
    }
}
