package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.form.Field;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.Shape;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fields of a form that is being worked out. */
@Controller
@RequestMapping("/forms/{code}/fields")
@Needs(Permission.DESK_CONFIGURE)
class FieldController {
    private final Forms forms;
    private final InstantSource clock;

    FieldController(Forms forms, InstantSource clock) {
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/new")
    String form(@PathVariable String code, @RequestParam(defaultValue = "text") String kind, Page page, Model model) {
        return page(forms.find(code), "", FieldForm.blank(kind), page, model);
    }

    @PostMapping
    String create(@PathVariable String code, FieldForm sent, @RequestParam int revision, Me me) {
        return redraft(code, revision, fields -> fields.add(sent.coded(fields).field()), me);
    }

    @GetMapping("/{field}/edit")
    String edit(@PathVariable String code, @PathVariable String field, Page page, Model model) {
        var form = forms.find(code);
        var found = form.draft().field(field).orElseThrow(() -> Refused.notFound("base.no_page"));
        return page(form, field, FieldForm.of(found), page, model);
    }

    @PostMapping("/{field}")
    String update(
            @PathVariable String code, @PathVariable String field, FieldForm sent, @RequestParam int revision, Me me) {
        return redraft(
                code,
                revision,
                fields -> fields.set(place(fields, field), sent.coded(fields).field()),
                me);
    }

    /** Tickets that answered it keep their answers. */
    @DeleteMapping("/{field}")
    String destroy(@PathVariable String code, @PathVariable String field, @RequestParam int revision, Me me) {
        return redraft(code, revision, fields -> fields.remove(place(fields, field)), me);
    }

    private String redraft(String code, int revision, Consumer<List<Field>> change, Me me) {
        var form = forms.find(code);
        var fields = new ArrayList<>(form.draft().fields());
        change.accept(fields);
        forms.redraft(code, revision, form.draft().fields(fields), me, clock.instant());
        return "redirect:/forms/" + code;
    }

    static int place(List<Field> fields, String code) {
        for (int i = 0; i < fields.size(); i++) if (fields.get(i).code().equals(code)) return i;
        throw Refused.notFound("base.no_page");
    }

    private static String page(Form form, String field, FieldForm sent, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("field", field);
        model.addAttribute("sent", sent);
        model.addAttribute(
                "kinds",
                Shape.KINDS.stream()
                        .map(kind -> new Choice(kind, page.t("ticket.form.shape." + kind)))
                        .toList());
        model.addAttribute("conditions", Conditions.of(form, field, sent, page));
        return "ticket/form/web/admin/field";
    }
}
