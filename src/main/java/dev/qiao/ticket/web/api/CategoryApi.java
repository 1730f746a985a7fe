package dev.qiao.ticket.web.api;

import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The categories that tickets are sorted by, in the order of the tree. */
@RestController
@RequestMapping("/api/v1/categories")
@Needs
class CategoryApi {
    /** @param parent code of the branch above; null for the outermost */
    record CategoryJson(String code, String name, @Nullable String parent) {}

    private final Categories categories;

    CategoryApi(Categories categories) {
        this.categories = categories;
    }

    @GetMapping
    Slice<CategoryJson> index(Paging paging) {
        var active = categories.all().stream()
                .filter(Category::active)
                .map(this::json)
                .toList();
        return paging.of(active, "categories");
    }

    private CategoryJson json(Category category) {
        var parent = category.parent();
        var above = parent == null
                ? null
                : categories.find(parent).map(Category::code).orElse(null);
        return new CategoryJson(category.code(), category.name(), above);
    }
}
