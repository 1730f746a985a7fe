package dev.qiao.base.web.palette;

import dev.qiao.base.web.Finder;
import dev.qiao.base.web.Finder.Found;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
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
        var groups = new LinkedHashMap<String, List<Found>>();
        for (var finder : finders) groups.merge(finder.head(), finder.find(typed, page), PaletteController::both);
        model.addAttribute(
                "groups",
                groups.entrySet().stream()
                        .filter(group -> !group.getValue().isEmpty())
                        .map(group -> new Group(group.getKey(), group.getValue()))
                        .toList());
        return "base/web/palette/index";
    }

    private static List<Found> both(List<Found> one, List<Found> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
