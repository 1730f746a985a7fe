package dev.qiao.signal.promql.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.promql.Servers;
import dev.qiao.signal.source.Pass;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** By what a server lets the desk ask, from now on. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class ServerPassController {
    private final Servers servers;
    private final InstantSource clock;

    ServerPassController(Servers servers, InstantSource clock) {
        this.servers = servers;
        this.clock = clock;
    }

    @PostMapping("/promql/{id}/pass")
    String create(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "") String secret,
            Me me) {
        var server = servers.find(id, me);
        var pass = new Pass(user.strip(), secret);
        servers.update(id, server.version(), server.draft(), Optional.of(pass), me, clock.instant());
        return "redirect:/promql";
    }
}
