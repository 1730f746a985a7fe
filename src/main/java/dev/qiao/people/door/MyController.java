package dev.qiao.people.door;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Sessions;
import dev.qiao.people.Tokens;
import dev.qiao.people.draft.Drafts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own page. */
@Needs
@Controller
class MyController {
    private final People people;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Drafts drafts;
    private final InstantSource clock;

    MyController(People people, Sessions sessions, Tokens tokens, Drafts drafts, InstantSource clock) {
        this.people = people;
        this.sessions = sessions;
        this.tokens = tokens;
        this.drafts = drafts;
        this.clock = clock;
    }

    @GetMapping("/me")
    String show(HttpServletRequest request, Me me, Model model) {
        var now = clock.instant();
        var here = Cookies.SESSION.of(request).flatMap(secret -> sessions.of(secret, now));
        model.addAttribute("person", people.find(me.id()).orElseThrow());
        model.addAttribute("sessions", sessions.mine(me, now));
        model.addAttribute("here", here.map(session -> session.id()).orElse(0L));
        model.addAttribute("tokens", tokens.mine(me));
        model.addAttribute("unsent", drafts.count(me));
        return "people/door/me";
    }

    @PostMapping("/me")
    String update(@RequestParam String language, @RequestParam String zone, Me me, HttpServletResponse response) {
        people.prefer(language, zone, me, clock.instant());
        response.setHeader("HX-Refresh", "true");
        return "redirect:/me";
    }
}
