package dev.qiao.ticket.form.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Ref;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.form.Definition;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.FormHead;
import dev.qiao.ticket.form.Forms;
import dev.qiao.ticket.web.References;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What can be asked, and its making. */
@RestController
@RequestMapping("/api/v1/forms")
@Needs
class FormApi {
    /**
     * A form with what it asks now.
     *
     * @param category code; null: any
     * @param kind null: any
     * @param version 0 before the first one
     */
    record FormJson(
            String code,
            String name,
            @Nullable Ref category,
            @Nullable Kind kind,
            boolean listed,
            boolean active,
            int version,
            @Nullable Definition definition) {}

    record NewForm(
            @Nullable String code,
            @Nullable String name,
            @Nullable String category,
            @Nullable Kind kind,
            @Nullable Boolean listed) {}

    private static final int PLACE = 100;

    private final Forms forms;
    private final Categories categories;
    private final References references;
    private final InstantSource clock;

    FormApi(Forms forms, Categories categories, References references, InstantSource clock) {
        this.forms = forms;
        this.categories = categories;
        this.references = references;
        this.clock = clock;
    }

    /** Those that ask somebody now; there are few, so they come whole. */
    @GetMapping
    Slice<FormJson> index(Paging paging) {
        return paging.of(forms.asking().stream().map(this::json).toList(), "forms");
    }

    @GetMapping("/{code}")
    FormJson show(@PathVariable String code) {
        return json(forms.find(code));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.DESK_CONFIGURE)
    FormJson create(@RequestBody NewForm body, Me me) {
        var head = new FormHead(
                Objects.requireNonNullElse(body.code(), ""),
                Objects.requireNonNullElse(body.name(), ""),
                references.category("category", body.category()),
                body.kind(),
                Forms.ICONS.getFirst(),
                PLACE,
                !Boolean.FALSE.equals(body.listed()));
        return json(forms.create(head, me, clock.instant()));
    }

    private FormJson json(Form form) {
        var current = form.current();
        var category = form.category() == null
                ? null
                : categories
                        .find(form.category())
                        .map(c -> new Ref(c.code(), c.name()))
                        .orElse(null);
        return new FormJson(
                form.code(),
                form.name(),
                category,
                form.kind(),
                form.listed(),
                form.active(),
                current == null ? 0 : current.number(),
                current == null ? null : current.definition());
    }
}
