package dev.qiao.base.web;

import dev.qiao.base.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The figures of the main navigation, asked for once the page stands and whenever the queue changed. */
@Needs(Permission.TICKET_WORK)
@Controller
class NavigationController {
    @GetMapping("/navigation")
    String show(@RequestParam(defaultValue = "/") String at, Page page, Model model) {
        model.addAttribute("at", at);
        model.addAttribute("counts", page.counts());
        return "base/web/nav";
    }
}
