package dev.qiao.ticket.web.home;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.ticket.web.help.HelpHome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody starts: with the work of the day, or with a box to report in. */
@Controller
@Needs
class HomeController {
    private final Workbenches workbenches;
    private final HelpHome help;
    private final FirstSteps steps;

    HomeController(Workbenches workbenches, HelpHome help, FirstSteps steps) {
        this.workbenches = workbenches;
        this.help = help;
        this.steps = steps;
    }

    @GetMapping("/")
    String index(Me me, Page page, Model model) {
        if (me.may(Permission.TICKET_WORK)) {
            model.addAttribute("bench", workbenches.of(page));
            model.addAttribute("steps", steps.of(me));
            return "ticket/web/home/workbench";
        }
        if (me.worksHere()) return "redirect:/tickets";
        model.addAttribute("home", help.of(me, page));
        return "ticket/web/help/home";
    }
}
