package dev.qiao.people.door;

import dev.qiao.base.web.Open;
import dev.qiao.base.web.Page;
import dev.qiao.people.FirstAdministrator;
import dev.qiao.people.PersonDraft;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first administrator of a new desk. */
@Open
@Controller
class FirstController {
    private final FirstAdministrator first;
    private final InstantSource clock;

    FirstController(FirstAdministrator first, InstantSource clock) {
        this.first = first;
        this.clock = clock;
    }

    @GetMapping("/first")
    String form() {
        return first.wanted() ? "people/door/first" : "redirect:/signin";
    }

    @PostMapping("/first")
    String create(
            @RequestParam String code,
            @RequestParam String login,
            @RequestParam String name,
            @RequestParam String password,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var draft = new PersonDraft(login, name, null, null, null, 0);
        var in = first.byCode(code, draft, password, page.lang().locale(), Entry.source(request), clock.instant());
        return Entry.admit(in, "/", request, response);
    }
}
