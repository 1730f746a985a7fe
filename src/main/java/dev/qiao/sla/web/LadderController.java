package dev.qiao.sla.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.sla.ladder.Ladders;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is told when; its form stands under the agreement. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class LadderController {
    private final Ladders ladders;
    private final InstantSource clock;

    LadderController(Ladders ladders, InstantSource clock) {
        this.ladders = ladders;
        this.clock = clock;
    }

    @PostMapping("/agreements/{code}/ladder")
    String update(@PathVariable String code, @RequestParam Map<String, String> fields, Me me) {
        var form = new LadderForm(fields);
        ladders.change(code, form.rungs(), form.seen(), me, clock.instant());
        return "redirect:/agreements/" + code + "/edit";
    }
}
