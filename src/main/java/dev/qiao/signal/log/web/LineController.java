package dev.qiao.signal.log.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.log.Patterns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lines of logs by their words. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class LineController {
    private static final int MOST = 200;

    private final Patterns patterns;

    LineController(Patterns patterns) {
        this.patterns = patterns;
    }

    /**
     * @param q words, all of which a line has
     * @param source whose; empty: of all
     */
    @GetMapping("/lines")
    String index(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long source,
            Me me,
            Model model) {
        var found = patterns.search(q, source, MOST, me);
        model.addAttribute("q", q);
        model.addAttribute("source", source);
        model.addAttribute("sources", patterns.sources(me));
        model.addAttribute("lines", found);
        model.addAttribute("more", found.size() == MOST);
        return "signal/log/web/lines";
    }
}
