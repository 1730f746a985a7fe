package dev.qiao.signal.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.source.Connecting;
import dev.qiao.signal.source.Sources;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Another key for a source. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class SourceKeyController {
    private final Sources sources;
    private final Connecting connecting;
    private final InstantSource clock;

    SourceKeyController(Sources sources, Connecting connecting, InstantSource clock) {
        this.sources = sources;
        this.connecting = connecting;
        this.clock = clock;
    }

    /** The answer is the only one that holds the key. */
    @PostMapping("/sources/{id}/key")
    String create(@PathVariable long id, Me me, Model model) {
        var issued = sources.rekey(id, me, clock.instant());
        model.addAttribute("source", issued.source());
        model.addAttribute("way", connecting.of(issued.source(), issued.key()));
        return "signal/web/issued";
    }
}
