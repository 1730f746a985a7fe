package dev.qiao.channel.robot.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.robot.Robots;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A robot says something once more. */
@Controller
@Needs(Permission.ADMIN)
class RobotReplayController {
    private final Robots robots;
    private final InstantSource clock;

    RobotReplayController(Robots robots, InstantSource clock) {
        this.robots = robots;
        this.clock = clock;
    }

    @PostMapping("/robots/{id}/messages/{message}/replay")
    String create(@PathVariable long id, @PathVariable long message, Me me) {
        robots.replay(id, message, me, clock.instant());
        return "redirect:/robots/" + id;
    }
}
