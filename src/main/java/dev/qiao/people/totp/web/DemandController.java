package dev.qiao.people.totp.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.totp.Factors;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** That a role demands a second factor. */
@Needs(Permission.ADMIN)
@Controller
class DemandController {
    private final Factors factors;
    private final InstantSource clock;

    DemandController(Factors factors, InstantSource clock) {
        this.factors = factors;
        this.clock = clock;
    }

    @PostMapping("/roles/{code}/factor")
    String create(@PathVariable String code, Me me) {
        factors.demand(code, true, me, clock.instant());
        return "redirect:/factors";
    }

    @DeleteMapping("/roles/{code}/factor")
    String destroy(@PathVariable String code, Me me) {
        factors.demand(code, false, me, clock.instant());
        return "redirect:/factors";
    }
}
