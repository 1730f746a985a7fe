package dev.qiao.ticket.merge.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.ticket.merge.Restricting;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Opening what goes on in another ticket, and restricting it again. */
@Controller
@RequestMapping("/tickets/{number:\\d+}/restriction")
@Needs(Permission.TICKET_RESTRICT)
class RestrictionController {
    private final Restricting restricting;
    private final InstantSource clock;

    RestrictionController(Restricting restricting, InstantSource clock) {
        this.restricting = restricting;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        restricting.restrict(number, null, true, me, clock.instant());
        Toast.of(page.t("ticket.merge.closed_again", number))
                .undo("DELETE", way(number))
                .on(response);
        return "redirect:/tickets/" + number;
    }

    @DeleteMapping
    String destroy(@PathVariable long number, Me me, Page page, HttpServletResponse response) {
        restricting.restrict(number, null, false, me, clock.instant());
        Toast.of(page.t("ticket.merge.opened", number))
                .undo("POST", way(number))
                .on(response);
        return "redirect:/tickets/" + number;
    }

    private static String way(long number) {
        return "/tickets/" + number + "/restriction";
    }
}
