package dev.qiao.admin.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.journal.Parking;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Acts that a reader of the journal could not digest. */
@Controller
@Needs(Permission.ADMIN)
class ParkedController {
    private static final int MOST = 100;

    private final Parking parking;
    private final InstantSource clock;

    ParkedController(Parking parking, InstantSource clock) {
        this.parking = parking;
        this.clock = clock;
    }

    @GetMapping("/parked")
    String index(Me me, Model model) {
        model.addAttribute("parked", parking.list(MOST, me));
        return "admin/web/parked";
    }

    /** Lets the reader try once more. */
    @PostMapping("/parked/{reader}/{id}/attempts")
    String create(@PathVariable String reader, @PathVariable long id, Me me) {
        parking.again(reader, id, me, clock.instant());
        return "redirect:/parked";
    }
}
