package dev.qiao.people.door;

import dev.qiao.base.Looks;
import dev.qiao.base.web.AppearanceController;
import dev.qiao.base.web.Open;
import dev.qiao.base.web.Visitor;
import dev.qiao.base.web.Whereabouts;
import dev.qiao.people.DemoPeople;
import dev.qiao.people.FirstAdministrator;
import dev.qiao.people.Sessions;
import dev.qiao.people.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Open
@Controller
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final DemoPeople demo;
    private final FirstAdministrator first;
    private final Looks looks;
    private final InstantSource clock;

    SessionController(
            SignIn signIn,
            Sessions sessions,
            DemoPeople demo,
            FirstAdministrator first,
            Looks looks,
            InstantSource clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.demo = demo;
        this.first = first;
        this.looks = looks;
        this.clock = clock;
    }

    @GetMapping("/signin")
    String form(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Model model) {
        if (Visitor.of(request).isPresent()) return "redirect:" + Whereabouts.ours(to);
        var visitors = demo.all();
        if (visitors.isEmpty() && first.wanted()) return "redirect:/first";
        model.addAttribute("to", to);
        model.addAttribute("visitors", visitors);
        return "people/door/signin";
    }

    @PostMapping("/session")
    String create(
            @RequestParam String login,
            @RequestParam String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var in = signIn.byPassword(login, password, Entry.source(request), clock.instant());
        looks.of(in.person()).ifPresent(look -> AppearanceController.wear(look, response));
        return Entry.admit(in, to, request, response);
    }

    @DeleteMapping("/session")
    String destroy(HttpServletRequest request, HttpServletResponse response) {
        Cookies.SESSION.of(request).ifPresent(sessions::end);
        Cookies.SESSION.clear(request, response);
        return "redirect:/signin";
    }
}
