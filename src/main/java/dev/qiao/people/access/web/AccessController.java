package dev.qiao.people.access.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.people.People;
import dev.qiao.people.Teams;
import dev.qiao.people.access.Access;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a person may see and do, and where it comes from. */
@Needs(Permission.PEOPLE_EDIT)
@Controller
class AccessController {
    private final People people;
    private final Teams teams;
    private final Access access;

    AccessController(People people, Teams teams, Access access) {
        this.people = people;
        this.teams = teams;
        this.access = access;
    }

    /** @param ticket a number to try; empty: none */
    @GetMapping("/people/{id}/access")
    String show(@PathVariable long id, @RequestParam(defaultValue = "") String ticket, Page page, Me me, Model model) {
        var person = people.find(id).orElseThrow(() -> Refused.notFound("people.no_person"));
        var sought = ticket.strip();
        model.addAttribute("person", person);
        model.addAttribute("explained", access.of(person, me));
        model.addAttribute("teams", teams.ofMember(id));
        model.addAttribute("ticket", sought);
        model.addAttribute("answer", sought.isEmpty() ? null : answer(sought, id, page, me));
        return "people/access/web/show";
    }

    /** In words: what one tries and does not see oneself is an answer here, no error. */
    private String answer(String sought, long id, Page page, Me me) {
        if (!sought.matches("\\d{1,18}")) return page.t("people.access.no_number");
        var person = people.find(id).orElseThrow();
        try {
            var answer = access.tries(Long.parseLong(sought), person, me).orElse(null);
            if (answer == null) return page.t("people.access.inactive");
            return answer.way() != null
                    ? page.t(
                            "people.access.sees",
                            sought,
                            page.t("people.access.way." + answer.way().code()))
                    : page.t("people.access.sees_not", sought, page.t(String.valueOf(answer.whyNot())));
        } catch (Refused refused) {
            if (refused.status() != Refused.Status.NOT_FOUND) throw refused;
            return page.t("people.access.no_ticket", sought);
        }
    }
}
