package dev.qiao.admin.web;

import dev.qiao.base.Health;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.journal.Parking;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How the desk itself is, and what waits for an administrator. */
@Controller
@Needs(Permission.ADMIN)
class OverviewController {
    private static final int MOST = 100;

    private final List<Health> all;
    private final Parking parking;

    OverviewController(List<Health> all, Parking parking) {
        this.all = List.copyOf(all);
        this.parking = parking;
    }

    @GetMapping("/admin")
    String show(Me me, Page page, Model model) {
        model.addAttribute(
                "lines",
                all.stream()
                        .map(health -> PartLine.of(health, page))
                        .sorted(Comparator.comparing(PartLine::code))
                        .toList());
        model.addAttribute("parked", parking.list(MOST, me).size());
        return "admin/web/overview";
    }
}
