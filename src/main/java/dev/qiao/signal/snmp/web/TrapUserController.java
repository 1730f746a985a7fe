package dev.qiao.signal.snmp.web;

import dev.qiao.base.Coded;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.source.TrapDoors;
import dev.qiao.signal.source.TrapUser;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** As whom a source speaks SNMPv3. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class TrapUserController {
    private final TrapDoors doors;
    private final InstantSource clock;

    TrapUserController(TrapDoors doors, InstantSource clock) {
        this.doors = doors;
        this.clock = clock;
    }

    /** @param user empty: it speaks none */
    @PostMapping("/sources/{id}/traps/user")
    String create(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String user,
            @RequestParam(defaultValue = "sha") String digest,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "aes128") String cipher,
            @RequestParam(defaultValue = "") String secret,
            Me me) {
        var name = user.strip();
        var speaks = name.isEmpty()
                ? null
                : new TrapUser(
                        name,
                        Coded.of(TrapUser.Digest.class, "digest", digest),
                        password,
                        Coded.of(TrapUser.Cipher.class, "cipher", cipher),
                        secret);
        doors.open(id, speaks, me, clock.instant());
        return "redirect:/sources/" + id + "/traps";
    }
}
