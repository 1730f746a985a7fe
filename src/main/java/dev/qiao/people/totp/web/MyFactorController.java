package dev.qiao.people.totp.web;

import dev.qiao.base.Me;
import dev.qiao.base.web.Needs;
import dev.qiao.people.totp.Factors;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own second factor. */
@Needs
@Controller
class MyFactorController {
    private final Factors factors;
    private final InstantSource clock;

    MyFactorController(Factors factors, InstantSource clock) {
        this.factors = factors;
        this.clock = clock;
    }

    @GetMapping("/me/factor")
    String show(Me me, Model model) {
        model.addAttribute("stands", factors.stands(me.id()));
        model.addAttribute("left", factors.recoveryLeft(me.id()));
        model.addAttribute("demanded", factors.demanded(me.id()));
        model.addAttribute("enrolment", factors.enrolment(me.id()).orElse(null));
        return "people/totp/web/mine";
    }

    @PostMapping("/me/factor")
    String create(Me me) {
        factors.begin(me.id());
        return "redirect:/me/factor";
    }

    /** Its first code sets it up. */
    @PostMapping("/me/factor/code")
    String update(@RequestParam String code, Me me) {
        factors.show(me.id(), code, clock.instant());
        return "redirect:/me/factor";
    }

    /** Posted, because a code belongs into no address. */
    @PostMapping("/me/factor/removal")
    String destroy(@RequestParam String code, Me me) {
        factors.remove(code, me, clock.instant());
        return "redirect:/me/factor";
    }
}
