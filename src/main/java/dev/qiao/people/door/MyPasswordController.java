package dev.qiao.people.door;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.people.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password. */
@Needs
@Controller
class MyPasswordController {
    private final SignIn signIn;
    private final InstantSource clock;

    MyPasswordController(SignIn signIn, InstantSource clock) {
        this.signIn = signIn;
        this.clock = clock;
    }

    @PostMapping("/me/password")
    String update(@RequestParam String current, @RequestParam String password, HttpServletRequest request, Me me) {
        var here = Cookies.SESSION.of(request).orElse("");
        signIn.change(me, current, password, here, Entry.source(request), clock.instant());
        return "redirect:/me";
    }
}
