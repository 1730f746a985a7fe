package dev.qiao.report.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.report.Measure;
import dev.qiao.report.Monitoring;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How good the monitoring is in a month. */
@Controller
@Needs(Permission.REPORT_SEE)
class MonitoringController {
    private final Monitoring monitoring;
    private final Targets targets;
    private final Preferences preferences;

    MonitoringController(Monitoring monitoring, Targets targets, Preferences preferences) {
        this.monitoring = monitoring;
        this.targets = targets;
        this.preferences = preferences;
    }

    /** @param from 2026-11; absent: this month */
    @GetMapping("/monitoring")
    String index(@RequestParam(required = false) @Nullable String from, Me me, Page page, Model model) {
        var period = Period.of(from, null, preferences.zone(), page.now());
        model.addAttribute("quality", monitoring.of(period, me));
        model.addAttribute("early", words(Measure.EARLY_WARNING, period, me, page));
        model.addAttribute("detect", words(Measure.DETECT_MEAN, period, me, page));
        model.addAttribute(
                "month",
                YearMonth.from(period.from().atZone(preferences.zone())).toString());
        return "report/web/monitoring";
    }

    private String words(Measure measure, Period period, Me me, Page page) {
        return TargetPage.words(
                measure, targets.figure(measure, period, me, page.now()).value(), page);
    }
}
