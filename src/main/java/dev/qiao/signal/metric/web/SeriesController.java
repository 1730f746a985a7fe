package dev.qiao.signal.metric.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.metric.Charts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Leads to the chart of one series. */
@Controller
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
class SeriesController {
    private final Charts charts;

    SeriesController(Charts charts) {
        this.charts = charts;
    }

    @GetMapping("/charts/{id}")
    String show(@PathVariable long id, Me me) {
        var series = charts.series(id, me);
        return "redirect:" + Asked.of(series.metric(), "", "", "", "").narrow(series.labels());
    }
}
