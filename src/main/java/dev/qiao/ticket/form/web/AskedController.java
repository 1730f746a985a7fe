package dev.qiao.ticket.form.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.Forms;
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

    @GetMapping("/asked")
    String show(
            @RequestParam(required = false) @Nullable Long category,
            @RequestParam(defaultValue = "") String kind,
            Model model) {
        @Nullable Kind word = kind.isBlank() ? null : Coded.of(Kind.class, "kind", kind);
        var fitting = forms.fitting(category, word).map(Form::current).orElse(null);
        model.addAttribute("asked", views.fresh(fitting));
        return "ticket/form/web/asked";
    }
}
