package dev.qiao.channel.robot.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.robot.Robots;
import dev.qiao.journal.Reversals;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Bringing back a robot, for whoever took it out. */
@Controller
@Needs(Permission.ADMIN)
class RobotRestorationController {
    private final Reversals reversals;
    private final InstantSource clock;

    RobotRestorationController(Reversals reversals, InstantSource clock) {
        this.reversals = reversals;
        this.clock = clock;
    }

    @PostMapping("/robots/{id}/restoration")
    String create(@PathVariable long id, Me me) {
        reversals.bringBack(Robots.KIND, Robots.KIND, id, null, me, clock.instant());
        return "redirect:/hooks";
    }
}
