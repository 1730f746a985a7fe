package dev.qiao.people.door;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.people.Token;
import dev.qiao.people.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own keys for programs. */
@Needs
@Controller
class MyTokenController {
    private final Tokens tokens;
    private final InstantSource clock;

    MyTokenController(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** The answer is the only one that holds the secret. */
    @PostMapping("/me/tokens")
    String create(@RequestParam String name, @RequestParam String scope, @RequestParam int days, Me me, Model model) {
        var issued = tokens.issue(
                me.id(), name, Coded.of(Token.Scope.class, "scope", scope), Duration.ofDays(days), me, clock.instant());
        model.addAttribute("secret", issued.secret());
        model.addAttribute("tokens", tokens.mine(me));
        return "people/door/tokens";
    }

    @DeleteMapping("/me/tokens/{id}")
    String destroy(@PathVariable long id, Me me) {
        tokens.revoke(id, me, clock.instant());
        return "redirect:/me";
    }
}
