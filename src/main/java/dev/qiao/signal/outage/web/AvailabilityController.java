package dev.qiao.signal.outage.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Lang;
import dev.qiao.base.web.Needs;
import dev.qiao.base.web.Page;
import dev.qiao.signal.outage.Availability;
import dev.qiao.signal.outage.Outages;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** How much of each month each service was there. */
@Controller
@Needs(Permission.REPORT_SEE)
class AvailabilityController {
    private static final int MONTHS = 12;
    /** The goal of the desk's yardstick, in percent. */
    static final double GOAL = 95;

    private final Outages outages;
    private final Preferences preferences;
    private final InstantSource clock;

    AvailabilityController(Outages outages, Preferences preferences, InstantSource clock) {
        this.outages = outages;
        this.preferences = preferences;
        this.clock = clock;
    }

    @GetMapping("/availability")
    String index(Me me, Page page, Model model) {
        var zone = preferences.zone();
        var now = clock.instant();
        var last = YearMonth.from(now.atZone(zone));
        var months = IntStream.range(0, MONTHS)
                .mapToObj(n -> last.minusMonths(MONTHS - 1L - n))
                .toList();
        var rows = outages.courses(last, MONTHS, zone, me, now).stream()
                .map(course -> new Row(course.service(), cells(months, course.months(), page.lang())))
                .toList();
        model.addAttribute("months", months);
        model.addAttribute("rows", rows);
        return "signal/outage/web/index";
    }

    private static List<Cell> cells(List<YearMonth> months, List<Availability> all, Lang lang) {
        var cells = new ArrayList<Cell>();
        for (int n = 0; n < months.size(); n++) cells.add(cell(months.get(n), all.get(n), lang));
        return cells;
    }

    private static Cell cell(YearMonth month, Availability availability, Lang lang) {
        var percent = availability.percent();
        if (percent.isEmpty()) return new Cell(month.toString(), "–", "none");
        // Cut, not rounded: 99.996 % is not all of it.
        double cut = Math.floor(percent.getAsDouble() * 100) / 100;
        var said = cut == 100 ? "100" : String.format(Locale.ROOT, "%.2f", cut);
        return new Cell(month.toString(), lang.t("signal.percent", said), cut < GOAL ? "missed" : "kept");
    }
}
