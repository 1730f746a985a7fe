package dev.qiao.signal.map.web;

import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.map.Drawing;
import dev.qiao.signal.map.Healths;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Services, how they are and what rests on what. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class MapController {
    private final Healths healths;
    private final Services services;
    private final InstantSource clock;

    MapController(Healths healths, Services services, InstantSource clock) {
        this.healths = healths;
        this.services = services;
        this.clock = clock;
    }

    @GetMapping("/map")
    String index(Me me, Model model) {
        var all = healths.all(me, clock.instant());
        model.addAttribute("drawing", Drawing.of(all, services.links()));
        return "signal/map/web/map";
    }
}
