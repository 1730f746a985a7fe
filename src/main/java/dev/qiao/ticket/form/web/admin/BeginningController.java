package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.web.Fields;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a ticket of a form begins with. */
@Controller
@RequestMapping("/forms/{code}/beginning")
@Needs(Permission.DESK_CONFIGURE)
class BeginningController {
    private final Forms forms;
    private final InstantSource clock;

    BeginningController(Forms forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/edit")
    String edit(@PathVariable String code, Page page, Model model) {
        model.addAttribute("form", forms.find(code));
        model.addAttribute("levels", Fields.words("ticket.level.", Level.values(), page));
        return "ticket/form/web/admin/beginning";
    }

    @PostMapping
    String update(
            @PathVariable String code,
            @RequestParam int revision,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String impact,
            @RequestParam(defaultValue = "") String urgency,
            Me me) {
        var wanted = new Definition(
                note.strip(),
                title.strip(),
                description.strip(),
                level("impact", impact),
                level("urgency", urgency),
                forms.find(code).draft().fields());
        forms.redraft(code, revision, wanted, me, clock.instant());
        return "redirect:/forms/" + code;
    }

    private static @Nullable Level level(String field, String word) {
        return word.isBlank() ? null : Coded.of(Level.class, field, word);
    }
}
