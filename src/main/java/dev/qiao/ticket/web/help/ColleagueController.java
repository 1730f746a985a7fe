package dev.qiao.ticket.web.help;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Those for whom one may report. */
@Controller
@Needs(Permission.REQUEST)
class ColleagueController {
    private final People people;

    ColleagueController(People people) {
        this.people = people;
    }

    @GetMapping("/my/colleagues")
    String index(@RequestParam(name = "colleague", defaultValue = "") String typed, Me me, Model model) {
        model.addAttribute("typed", typed.strip());
        model.addAttribute("colleagues", people.colleagues(typed, me));
        return "ticket/web/help/colleagues";
    }
}
