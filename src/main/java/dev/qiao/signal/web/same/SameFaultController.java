package dev.qiao.signal.web.same;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What people reported of an incident goes on in it, all at once. */
@Controller
@Needs(Permission.TICKET_WORK)
class SameFaultController {
    private final SameFaults faults;
    private final InstantSource clock;

    SameFaultController(SameFaults faults, InstantSource clock) {
        this.faults = faults;
        this.clock = clock;
    }

    @PostMapping("/tickets/{number:\\d+}/same-fault")
    String create(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        int merged = faults.gather(number, me, clock.instant());
        Toast.of(page.t("signal.same_merged", merged, number)).on(response);
        return "redirect:/tickets/" + number;
    }
}
