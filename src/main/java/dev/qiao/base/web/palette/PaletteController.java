package dev.qiao.base.web.palette;

import dev.qiao.base.web.Finder;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the command palette offers for what somebody typed; every finder looks with the reader's own eyes. */
@Controller
@Needs
class PaletteController {
    private static final int LONGEST = 200;

    private final List<Finder> finders;

    PaletteController(ObjectProvider<Finder> finders) {
        this.finders =
                finders.stream().sorted(Comparator.comparingInt(Finder::place)).toList();
    }

    @GetMapping("/palette")
    String index(@RequestParam(defaultValue = "") String q, Page page, Model model) {
        var typed = q.length() > LONGEST ? q.substring(0, LONGEST) : q.strip();
        model.addAttribute(
                "groups",
                finders.stream()
                        .map(finder -> new Group(finder.head(), finder.find(typed, page)))
                        .filter(group -> !group.found().isEmpty())
                        .toList());
        return "base/web/palette/index";
    }
}
