package dev.qiao.ticket.form.web;

import dev.qiao.base.web.Open;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.Categories;
import dev.qiao.ticket.Categories.Category;
import dev.qiao.ticket.form.Form;
import dev.qiao.ticket.form.Forms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What can be asked, by the outermost categories; where the desk is set so, also for who has not signed in. */
@Controller
@Open
public class CatalogueController {
    /**
     * The forms of one category.
     *
     * @param name of the category; empty for what belongs to none
     */
    public record Shelf(String name, List<Form> forms) {}

    private final Forms forms;
    private final Categories categories;

    CatalogueController(Forms forms, Categories categories) {
        this.forms = forms;
        this.categories = categories;
    }

    @GetMapping("/catalogue")
    String index(@RequestParam(name = "q", defaultValue = "") String typed, Page page, Model model) {
        var words = typed.strip().toLowerCase(Locale.ROOT);
        var shelves = new LinkedHashMap<String, List<Form>>();
        for (var form : forms.listed(page.me())) {
            var shelf = shelf(form);
            if (!words.isEmpty() && !told(form, shelf).contains(words)) continue;
            shelves.computeIfAbsent(shelf, _ -> new ArrayList<>()).add(form);
        }
        model.addAttribute("typed", typed.strip());
        model.addAttribute(
                "shelves",
                shelves.entrySet().stream()
                        .map(shelf -> new Shelf(shelf.getKey(), List.copyOf(shelf.getValue())))
                        .toList());
        return "ticket/form/web/catalogue";
    }

    private String shelf(Form form) {
        var category = form.category();
        if (category == null) return "";
        return categories.path(category).stream()
                .findFirst()
                .map(Category::name)
                .orElse("");
    }

    private static String told(Form form, String shelf) {
        var note = form.current() == null ? "" : form.current().definition().note();
        return (form.name() + " " + shelf + " " + note).toLowerCase(Locale.ROOT);
    }
}
