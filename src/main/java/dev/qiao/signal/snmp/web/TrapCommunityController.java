package dev.qiao.signal.snmp.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.source.TrapDoors;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The community that devices send already. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class TrapCommunityController {
    private final TrapDoors doors;
    private final InstantSource clock;

    TrapCommunityController(TrapDoors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
    }

    @PostMapping("/sources/{id}/traps/community")
    String create(@PathVariable long id, @RequestParam(defaultValue = "") String community, Me me) {
        doors.open(id, community.strip(), me, clock.instant());
        return "redirect:/sources/" + id + "/traps";
    }
}
