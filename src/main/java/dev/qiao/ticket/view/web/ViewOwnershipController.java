package dev.qiao.ticket.view.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.ticket.view.SavedViews;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Going on with a view whose owner has left. */
@Controller
@RequestMapping("/views/{id:\\d+}/ownership")
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class ViewOwnershipController {
    private final SavedViews views;
    private final InstantSource clock;

    ViewOwnershipController(SavedViews views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    @PostMapping
    String create(@PathVariable long id, Me me) {
        return "redirect:" + views.take(id, me, clock.instant()).path();
    }
}
