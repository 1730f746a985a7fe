package dev.qiao.ticket.web.admin;

import dev.qiao.ticket.Categories.Category;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the form of a category holds.
 *
 * @param parent a code; blank for a trunk
 * @param seen the code under which it was opened; null for a new one
 */
public record CategoryForm(
        String code,
        String name,
        @Nullable String parent,
        @Nullable Integer place,
        @Nullable Boolean active,
        @Nullable String seen) {
    private static final int PLACE = 100;

    /** A field that was not sent is empty. */
    public CategoryForm {
        code = Objects.requireNonNullElse(code, "");
        name = Objects.requireNonNullElse(name, "");
    }

    static CategoryForm under(@Nullable String parent) {
        return new CategoryForm("", "", parent, PLACE, true, null);
    }

    static CategoryForm of(Category category, @Nullable String parent) {
        return new CategoryForm(
                category.code(), category.name(), parent, category.place(), category.active(), category.code());
    }

    Category category(long id, @Nullable Long parentId) {
        return new Category(
                id, code.strip(), parentId, name, place == null ? PLACE : place, Boolean.TRUE.equals(active));
    }
}
