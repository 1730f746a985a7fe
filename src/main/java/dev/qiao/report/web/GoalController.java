package dev.qiao.report.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.base.web.Toast;
import dev.qiao.report.Measure;
import dev.qiao.report.Measure.Goal;
import dev.qiao.report.Targets;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the targets are to reach, as a form. */
@Controller
@RequestMapping("/goals")
@Needs(Permission.DESK_CONFIGURE)
class GoalController {
    private final Targets targets;
    private final InstantSource clock;

    GoalController(Targets targets, InstantSource clock) {
        this.targets = targets;
        this.clock = clock;
    }

    @GetMapping
    String edit(Model model) {
        model.addAttribute(
                "lines",
                measures()
                        .map(m -> new GoalLine(m, written(targets.goal(m)), written(m.standard)))
                        .toList());
        return "report/web/goals";
    }

    @PostMapping
    String update(@RequestParam Map<String, String> typed, Me me, Page page, HttpServletResponse response) {
        var wanted = new EnumMap<Measure, Double>(Measure.class);
        measures()
                .filter(m -> typed.containsKey(m.code()))
                .forEach(m -> wanted.put(m, read(m, typed.getOrDefault(m.code(), ""))));
        targets.aim(wanted, me, clock.instant());
        Toast.of(page.t("report.goals_saved")).on(response);
        return "redirect:/goals";
    }

    private static Stream<Measure> measures() {
        return Stream.of(Measure.values()).filter(measure -> measure.goal != Goal.SHOWN);
    }

    private static double read(Measure measure, String typed) {
        try {
            return Double.parseDouble(typed.strip());
        } catch (NumberFormatException _) {
            throw Refused.invalid(measure.code(), "report.bad_goal");
        }
    }

    private static String written(double goal) {
        return goal == Math.rint(goal) ? Long.toString((long) goal) : Double.toString(goal);
    }
}
