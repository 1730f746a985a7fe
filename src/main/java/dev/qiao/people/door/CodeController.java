package dev.qiao.people.door;

import dev.qiao.base.Refused;
import dev.qiao.base.web.Open;
import dev.qiao.people.Session;
import dev.qiao.people.Sessions;
import dev.qiao.people.SignIn;
import dev.qiao.people.totp.Factors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The second step of signing in: who has shown the password shows a code, or sets the second factor up. */
@Open
@Controller
class CodeController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Factors factors;
    private final InstantSource clock;

    CodeController(SignIn signIn, Sessions sessions, Factors factors, InstantSource clock) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.factors = factors;
        this.clock = clock;
    }

    @GetMapping("/signin/code")
    String edit(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Model model) {
        var half = half(request);
        if (half.isEmpty()) return "redirect:" + Entry.signIn(to);
        model.addAttribute("action", Entry.code(to));
        model.addAttribute("enrolment", factors.enrolment(half.get().person()).orElse(null));
        return "people/door/code";
    }

    @PostMapping("/signin/code")
    String update(
            @RequestParam String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (half(request).isEmpty()) throw Refused.unauthenticated("people.totp.over");
        var secret = Cookies.SESSION.of(request).orElseThrow();
        var in = signIn.byCode(secret, code, Entry.source(request), clock.instant());
        return Entry.admit(in, to, request, response);
    }

    private Optional<Session> half(HttpServletRequest request) {
        return Cookies.SESSION.of(request).flatMap(secret -> sessions.half(secret, clock.instant()));
    }
}
