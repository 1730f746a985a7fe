package dev.qiao.report.web;

import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.web.Needs;
import dev.qiao.report.Monitoring;
import dev.qiao.report.Monitoring.Quality;
import dev.qiao.report.Period;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How good the monitoring is. */
@Needs(Permission.REPORT_SEE)
@RestController
class MonitoringApi {
    private final Monitoring monitoring;
    private final Preferences preferences;
    private final InstantSource clock;

    MonitoringApi(Monitoring monitoring, Preferences preferences, InstantSource clock) {
        this.monitoring = monitoring;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** Over a period; absent: this month. */
    @GetMapping("/api/v1/monitoring")
    Quality index(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Me me) {
        return monitoring.of(Period.of(from, to, preferences.zone(), clock.instant()), me);
    }
}
