package dev.qiao.ticket.form.web.admin;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.Difference;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.FormHead;
import dev.qiao.ticket.form.FormVersion;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.web.AskedViews;
import dev.qiao.ticket.web.Fields;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The forms of the desk, and one of them as it is worked out. */
@Controller
@RequestMapping("/forms")
@Needs(Permission.DESK_CONFIGURE)
class FormController {
    private static final int PLACE = 100;

    /** What the page of a form's head sends. */
    record HeadForm(
            @Nullable String code,
            @Nullable String name,
            @Nullable Long category,
            @Nullable String kind,
            @Nullable String icon,
            @Nullable Integer place,
            @Nullable Boolean listed) {
        FormHead head(String fixed) {
            return new FormHead(
                    fixed,
                    Objects.requireNonNullElse(name, ""),
                    category,
                    kind == null || kind.isBlank() ? null : Coded.of(Kind.class, "kind", kind),
                    Objects.requireNonNullElse(icon, Forms.ICONS.getFirst()),
                    Objects.requireNonNullElse(place, PLACE),
                    Boolean.TRUE.equals(listed));
        }
    }

    private final Forms forms;
    private final Categories categories;
    private final AskedViews views;
    private final InstantSource clock;

    FormController(Forms forms, Categories categories, AskedViews views, InstantSource clock) {
        this.forms = forms;
        this.categories = categories;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("forms", forms.all());
        return "ticket/form/web/admin/index";
    }

    @GetMapping("/new")
    String form(Page page, Model model) {
        return head(null, page, model);
    }

    @PostMapping
    String create(HeadForm sent, Me me) {
        var given = Objects.requireNonNullElse(sent.code(), "").strip();
        var taken = forms.all().stream().map(Form::code).toList();
        var code =
                given.isEmpty() ? Codes.made(Objects.requireNonNullElse(sent.name(), ""), "form", "-", taken) : given;
        return "redirect:/forms/"
                + forms.create(sent.head(code), me, clock.instant()).code();
    }

    @GetMapping("/{code}")
    String show(@PathVariable String code, Me me, Model model) {
        var form = forms.find(code);
        var current = form.current();
        var preview = new FormVersion(0, form.id(), code, 0, form.name(), form.draft(), clock.instant(), me.id());
        model.addAttribute("form", form);
        model.addAttribute("preview", views.fresh(preview));
        model.addAttribute(
                "differences", Difference.of(current == null ? Definition.EMPTY : current.definition(), form.draft()));
        model.addAttribute("history", forms.history(form));
        return "ticket/form/web/admin/show";
    }

    @GetMapping("/{code}/edit")
    String edit(@PathVariable String code, Page page, Model model) {
        return head(forms.find(code), page, model);
    }

    @PostMapping("/{code}")
    String update(@PathVariable String code, HeadForm sent, @RequestParam int revision, Me me) {
        forms.update(code, revision, sent.head(code), me, clock.instant());
        return "redirect:/forms/" + code;
    }

    private String head(@Nullable Form form, Page page, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("kinds", Fields.words("ticket.kind.", Kind.values(), page));
        model.addAttribute(
                "categories",
                Choice.standing(
                        categories.all().stream()
                                .filter(Category::active)
                                .map(c -> new Choice(Long.toString(c.id()), path(c.id())))
                                .toList(),
                        form == null ? null : Objects.toString(form.category(), null),
                        id -> Optional.of(page.t("base.retired", path(Long.parseLong(id))))));
        return "ticket/form/web/admin/head";
    }

    private String path(long category) {
        return categories.path(category).stream().map(Category::name).collect(Collectors.joining(" / "));
    }
}
