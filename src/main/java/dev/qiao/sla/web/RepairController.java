package dev.qiao.sla.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.sla.Repair;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Clocks computed anew: first what would change, then the change. */
@Controller
@Needs(Permission.DESK_CONFIGURE)
class RepairController {
    private final Repair repair;
    private final InstantSource clock;

    RepairController(Repair repair, InstantSource clock) {
        this.repair = repair;
        this.clock = clock;
    }

    @GetMapping("/clocks/repair")
    String show(@RequestParam(defaultValue = "false") boolean all, Me me, Model model) {
        model.addAttribute("all", all);
        model.addAttribute("report", repair.preview(!all, me, clock.instant()));
        return "sla/web/repair";
    }

    @PostMapping("/clocks/repair")
    String create(@RequestParam(defaultValue = "false") boolean all, Me me, Page page, HttpServletResponse response) {
        var report = repair.apply(!all, me, clock.instant());
        Toast.of(page.t("sla.repaired", page.number(report.differs()))).on(response);
        return "redirect:/agreements";
    }
}
