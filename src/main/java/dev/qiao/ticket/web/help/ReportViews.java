package dev.qiao.ticket.web.help;

import dev.qiao.asset.Services;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Page;
import dev.qiao.people.draft.Draft;
import dev.qiao.people.draft.Drafts;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.form.Beginning;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.FormVersion;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.form.web.AskedViews;
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
    private final Drafts drafts;

    ReportViews(Categories categories, Services services, Forms forms, AskedViews asked, Drafts drafts) {
        this.categories = categories;
        this.services = services;
        this.forms = forms;
        this.asked = asked;
        this.drafts = drafts;
    }

    /** @param form the one that was chosen; null: the one that this category is asked, if any */
    ReportView blank(@Nullable Long category, @Nullable String form, Page page) {
        var begunBefore = begunBefore(form, page);
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
        var retired = forms.all().stream()
                .filter(one -> !one.asks() && one.current() != null)
                .toList();
        var kept = drafts.of(retired.stream().map(one -> DRAFT + one.code()).toList(), page.reader()).stream()
                .filter(draft -> !draft.fields().isEmpty())
                .map(Draft::name)
                .toList();
        return retired.stream().filter(one -> kept.contains(DRAFT + one.code())).toList();
    }

    /** What such a form asked last; null where it is in use, or nothing was typed. */
    private @Nullable FormVersion begunBefore(@Nullable String form, Page page) {
        return form == null
                ? null
                : begunBefore(page).stream()
                        .filter(one -> one.code().equals(form))
                        .findFirst()
                        .map(Form::current)
                        .orElse(null);
    }

    private Stream<Category> active() {
        return categories.all().stream().filter(Category::active);
    }

    private String branch(Category category) {
        return categories.path(category.id()).stream().map(Category::name).collect(Collectors.joining(" / "));
    }
}
