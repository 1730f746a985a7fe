package dev.qiao.ticket.form;

import dev.qiao.ticket.Matter.Kind;
import org.jspecify.annotations.Nullable;

/** What a form is called and where it belongs, as somebody wants it. */
public record FormHead(
        String code,
        String name,
        @Nullable Long category,
        @Nullable Kind kind,
        String icon,
        int place,
        boolean listed) {
    static FormHead of(Form form) {
        return new FormHead(
                form.code(), form.name(), form.category(), form.kind(), form.icon(), form.place(), form.listed());
    }
}
