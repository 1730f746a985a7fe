package dev.qiao.ticket.web.admin;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tree by which tickets are sorted. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class CategoryController {
    private final Categories categories;
    private final InstantSource clock;

    CategoryController(Categories categories, InstantSource clock) {
        this.categories = categories;
        this.clock = clock;
    }

    @GetMapping("/categories")
    String index(Model model) {
        model.addAttribute("lines", below(null, 0).toList());
        return "ticket/web/admin/categories";
    }

    @GetMapping("/categories/new")
    String form(@RequestParam(required = false) @Nullable String parent, Model model) {
        return form(model, CategoryForm.under(parent));
    }

    @PostMapping("/categories")
    String create(CategoryForm form, Me me) {
        categories.save(form.category(0, parent(form.parent())), me, clock.instant());
        return "redirect:/categories";
    }

    @GetMapping("/categories/{code}/edit")
    String edit(@PathVariable String code, Model model) {
        var category = find(code);
        var parent = category.parent() == null
                ? null
                : categories.find(category.parent()).map(Category::code).orElse(null);
        return form(model, CategoryForm.of(category, parent));
    }

    @PostMapping("/categories/{code}")
    String update(@PathVariable String code, CategoryForm form, Me me) {
        categories.save(form.category(find(code).id(), parent(form.parent())), me, clock.instant());
        return "redirect:/categories";
    }

    private String form(Model model, CategoryForm form) {
        model.addAttribute("form", form);
        model.addAttribute(
                "parents",
                below(null, 0)
                        .filter(line -> !line.category().code().equals(form.seen()))
                        .map(line -> new Choice(line.category().code(), path(line.category())))
                        .toList());
        return "ticket/web/admin/category";
    }

    private String path(Category category) {
        return categories.path(category.id()).stream().map(Category::name).collect(Collectors.joining(" / "));
    }

    private Stream<CategoryLine> below(@Nullable Long parent, int depth) {
        return categories.all().stream()
                .filter(c -> java.util.Objects.equals(c.parent(), parent))
                .sorted(Comparator.comparingInt(Category::place).thenComparing(Category::code))
                .flatMap(c -> Stream.concat(Stream.of(new CategoryLine(c, depth)), below(c.id(), depth + 1)));
    }

    private @Nullable Long parent(@Nullable String code) {
        return code == null || code.isBlank() ? null : find(code).id();
    }

    private Category find(String code) {
        return categories.byCode(code).orElseThrow(() -> Refused.notFound("ticket.no_category", code));
    }
}
