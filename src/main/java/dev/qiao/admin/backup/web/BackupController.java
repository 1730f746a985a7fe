package dev.qiao.admin.backup.web;

import dev.qiao.admin.backup.Backup;
import dev.qiao.admin.backup.Backups;
import dev.qiao.admin.backup.Plans;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The backups that there are, and one more. */
@Controller
@Needs(Permission.ADMIN)
class BackupController {
    private static final int PAGE = 40;

    private final Backups backups;
    private final Plans plans;
    private final People people;
    private final InstantSource clock;

    BackupController(Backups backups, Plans plans, People people, InstantSource clock) {
        this.backups = backups;
        this.plans = plans;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/backups")
    String index(@RequestParam(required = false) @Nullable Long before, Me me, Model model) {
        var found = backups.list(before, PAGE + 1, me);
        var shown = found.stream().limit(PAGE).toList();
        model.addAttribute("lines", lines(shown));
        model.addAttribute("older", found.size() > PAGE ? shown.getLast().id() : null);
        model.addAttribute("going", shown.stream().anyMatch(Backup::going));
        model.addAttribute("plan", plans.plan());
        model.addAttribute("folder", backups.folder().toString());
        model.addAttribute("ready", backups.ready());
        return "admin/backup/web/backups";
    }

    @PostMapping("/backups")
    String create(Me me) {
        backups.order(me, clock.instant());
        return "redirect:/backups";
    }

    private List<BackupLine> lines(List<Backup> shown) {
        Map<Long, Person> names =
                people.of(shown.stream().map(Backup::by).distinct().toList());
        return shown.stream()
                .map(backup -> BackupLine.of(
                        backup,
                        names.containsKey(backup.by()) ? names.get(backup.by()).name() : ""))
                .toList();
    }
}
