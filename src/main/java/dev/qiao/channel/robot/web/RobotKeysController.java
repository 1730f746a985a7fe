package dev.qiao.channel.robot.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.channel.robot.Robots;
import dev.qiao.channel.robot.Robots.Keys;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Another address or secret for a robot; what is left empty stays. */
@Controller
@Needs(Permission.ADMIN)
class RobotKeysController {
    private final Robots robots;
    private final InstantSource clock;

    RobotKeysController(Robots robots, InstantSource clock) {
        this.robots = robots;
        this.clock = clock;
    }

    @PostMapping("/robots/{id}/keys")
    String create(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "false") boolean unsigned,
            Me me) {
        var robot = robots.find(id, me);
        var said = secret.strip();
        var signed = unsigned ? "" : said.isEmpty() ? null : said;
        var keys = new Keys(url.isBlank() ? null : url.strip(), signed);
        robots.update(id, robot.version(), robot.draft(), keys, me, clock.instant());
        return "redirect:/robots/" + id;
    }
}
