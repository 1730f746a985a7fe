package dev.qiao.admin.backup.web;

import dev.qiao.admin.backup.Backups;
import dev.qiao.admin.backup.Plan;
import dev.qiao.admin.backup.Plans;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Choice;
import dev.qiao.base.web.Needs;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When backups are taken, and how many stay. */
@Controller
@Needs(Permission.ADMIN)
class BackupPlanController {
    private final Plans plans;
    private final Backups backups;
    private final InstantSource clock;

    BackupPlanController(Plans plans, Backups backups, InstantSource clock) {
        this.plans = plans;
        this.backups = backups;
        this.clock = clock;
    }

    @GetMapping("/backups/plan")
    String edit(Model model) {
        model.addAttribute("plan", plans.plan());
        model.addAttribute("folder", backups.folder().toString());
        model.addAttribute(
                "hours",
                IntStream.range(0, 24)
                        .mapToObj(
                                hour -> new Choice(Integer.toString(hour), String.format(Locale.ROOT, "%02d:00", hour)))
                        .toList());
        return "admin/backup/web/plan";
    }

    @PostMapping("/backups/plan")
    String update(
            @RequestParam(required = false) @Nullable Integer hour, @RequestParam(defaultValue = "0") int keep, Me me) {
        plans.change(new Plan(hour, keep), me, clock.instant());
        return "redirect:/backups";
    }
}
