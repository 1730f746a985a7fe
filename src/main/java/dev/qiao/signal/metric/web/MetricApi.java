package dev.qiao.signal.metric.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.api.Paging;
import dev.qiao.base.api.Slice;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.metric.Charts;
import dev.qiao.signal.metric.Courses;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is measured. */
@Needs({Permission.TICKET_WORK, Permission.TICKET_SEE_ALL})
@RestController
class MetricApi {
    /**
     * A metric.
     *
     * @param counter whether it only ever grows, and is read by what it grew each second
     */
    record Shown(String name, boolean counter) {}

    private final Charts charts;

    MetricApi(Charts charts) {
        this.charts = charts;
    }

    /** By name. */
    @GetMapping("/api/v1/metrics")
    Slice<Shown> index(Paging paging, Me me) {
        return paging.of(charts.names(me), "metrics").map(name -> new Shown(name, Courses.counts(name)));
    }
}
