package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.source.Pass;
import dev.qiao.signal.source.Passes;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By what the desk reads an exporter. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class PassController {
    private final Passes passes;
    private final InstantSource clock;

    PassController(Passes passes, InstantSource clock) {
        this.passes = passes;
        this.clock = clock;
    }

    /** @param secret empty, and nobody is named: it shows nothing */
    @PostMapping("/sources/{id}/pass")
    String create(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String secret,
            Me me) {
        var pass = user.isBlank() && secret.isEmpty() ? null : new Pass(user.strip(), secret);
        passes.give(id, pass, me, clock.instant());
        return "redirect:/sources/" + id;
    }
}
