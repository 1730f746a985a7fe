package dev.qiao.signal.wall;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import java.time.InstantSource;
import java.util.HashMap;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The wall display, for a screen on which somebody has signed in. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class WallController {
    private final Walls walls;
    private final Services services;
    private final InstantSource clock;

    WallController(Walls walls, Services services, InstantSource clock) {
        this.walls = walls;
        this.services = services;
        this.clock = clock;
    }

    /** @param theme {@code light}; else dark */
    @GetMapping("/wall")
    String index(@RequestParam(defaultValue = "dark") String theme, Me me, Model model) {
        var names = new HashMap<Long, String>();
        for (Service service : services.all()) names.put(service.id(), service.name());
        model.addAttribute("wall", walls.of(me, clock.instant()));
        model.addAttribute("names", names);
        model.addAttribute("theme", theme.equals("light") ? "light" : "dark");
        return "signal/wall/wall";
    }
}
