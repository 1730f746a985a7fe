package dev.qiao.ticket.web.admin;

import dev.qiao.ticket.Categories.Category;
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
