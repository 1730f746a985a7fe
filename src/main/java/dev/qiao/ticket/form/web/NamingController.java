package dev.qiao.ticket.form.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Those whom one may name in a form: everybody for those who work here, colleagues for who asks. */
@Controller
@Needs({Permission.REQUEST, Permission.TICKET_WORK})
class NamingController {
    private final People people;

    NamingController(People people) {
        this.people = people;
    }

    @GetMapping("/asked/people")
    String index(@RequestParam String name, @RequestParam(defaultValue = "") String find, Me me, Model model) {
        if (!name.matches("fields\\.[a-z0-9_]{1,40}")) throw Refused.notFound("base.no_page");
        var typed = find.strip();
        var found = people.nameable(typed, me);
        model.addAttribute("name", name);
        model.addAttribute("typed", typed);
        model.addAttribute("value", "");
        model.addAttribute("people", found.stream().map(AskedViews::choice).toList());
        return "ticket/form/web/people";
    }
}
