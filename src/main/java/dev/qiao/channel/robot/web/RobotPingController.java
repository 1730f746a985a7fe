package dev.qiao.channel.robot.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.robot.Robots;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A robot says a word about nothing, to try it. */
@Controller
@Needs(Permission.ADMIN)
class RobotPingController {
    private final Robots robots;
    private final InstantSource clock;

    RobotPingController(Robots robots, InstantSource clock) {
        this.robots = robots;
        this.clock = clock;
    }

    @PostMapping("/robots/{id}/pings")
    String create(@PathVariable long id, Me me) {
        robots.ping(id, me, clock.instant());
        return "redirect:/robots/" + id;
    }
}
