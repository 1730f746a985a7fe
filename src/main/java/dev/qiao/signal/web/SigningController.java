package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.source.Sources;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By which secret a source signs what it sends. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class SigningController {
    private final Sources sources;
    private final InstantSource clock;

    SigningController(Sources sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /** @param secret empty: it does not sign */
    @PostMapping("/sources/{id}/signing")
    String create(@PathVariable long id, @RequestParam(defaultValue = "") String secret, Me me) {
        sources.sign(id, secret.strip(), me, clock.instant());
        return "redirect:/sources/" + id;
    }
}
