package dev.qiao.ticket.web.help;

import dev.qiao.asset.Services;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.form.Beginning;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.web.AskedViews;
import dev.qiao.ticket.form.web.Begun;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Offers what a report can be about. */
@Component
class ReportViews {
    private static final int TOPICS = 6;

    /** As ask.jte calls what is typed in a form. */
    private static final String DRAFT = "report-";

    private static final List<Kind> KINDS = List.of(Kind.INCIDENT, Kind.REQUEST, Kind.QUESTION, Kind.COMPLAINT);

    private final Categories categories;
    private final Services services;
    private final Forms forms;
    private final AskedViews asked;
    private final Begun begun;

    ReportViews(Categories categories, Services services, Forms forms, AskedViews asked, Begun begun) {
        this.categories = categories;
        this.services = services;
        this.forms = forms;
        this.asked = asked;
        this.begun = begun;
    }

    /** @param form the one that was chosen; null: the one that this category is asked, if any */
    ReportView blank(@Nullable Long category, @Nullable String form, Page page) {
        var begunBefore = this.begun.version(DRAFT, form, page.reader());
        var version = begunBefore != null
                ? begunBefore
                : form == null && category == null
                        ? null
                        : forms.meant(form, null, category, form == null ? Kind.INCIDENT : null)
                                .orElse(null);
        var begun = Beginning.of(forms, form == null ? null : version);
        return new ReportView(
                ReportForm.blank(category, begun),
                KINDS.stream()
                        .map(kind -> new Choice(kind.code(), page.t("ticket.help_kind." + kind.code())))
                        .toList(),
                active().filter(c -> c.parent() == null)
                        .limit(TOPICS)
                        .map(c -> new Choice(Long.toString(c.id()), c.name()))
                        .toList(),
                active().map(c -> new Choice(Long.toString(c.id()), branch(c))).toList(),
                services.active().stream()
                        .map(s -> new Choice(Long.toString(s.id()), s.name()))
                        .toList(),
                page.reader().organization() != 0,
                asked.fresh(version),
                begunBefore != null);
    }

    /** Those out of use in which this reader has typed something that was not sent yet. */
    List<Form> begunBefore(Page page) {
        return begun.of(DRAFT, page.reader());
    }

    private Stream<Category> active() {
        return categories.all().stream().filter(Category::active);
    }

    private String branch(Category category) {
        return categories.path(category.id()).stream().map(Category::name).collect(Collectors.joining(" / "));
    }
}
