package dev.qiao.signal.api;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Preferences;
import dev.qiao.base.Ref;
import dev.qiao.base.Refused;
import dev.qiao.base.web.Needs;
import dev.qiao.signal.outage.Outage;
import dev.qiao.signal.outage.Outages;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How much of a month services were there, and when they were not. */
@Needs(Permission.REPORT_SEE)
@RestController
@RequestMapping("/api/v1")
class OutageApi {
    private static final int MONTHS = 12;
    private static final int MOST = 1_000;

    /**
     * A month of a service.
     *
     * @param percent absent where it was never to be there
     * @param outSeconds how long it was not, leaving planned maintenance out
     * @param ofSeconds how long it was to be
     */
    record Month(Ref service, String month, @Nullable Double percent, long outSeconds, long ofSeconds) {}

    /**
     * A time in which a service did not work.
     *
     * @param ticket its incident
     * @param endedAt absent while it lasts
     * @param counts false where somebody says that it was none
     * @param corrected whether somebody corrected it
     */
    record Shown(
            long ticket,
            Ref service,
            Instant beganAt,
            @Nullable Instant endedAt,
            boolean counts,
            boolean corrected) {}

    private final Outages outages;
    private final Services services;
    private final Preferences preferences;
    private final InstantSource clock;

    OutageApi(Outages outages, Services services, Preferences preferences, InstantSource clock) {
        this.outages = outages;
        this.services = services;
        this.preferences = preferences;
        this.clock = clock;
    }

    /** Of each service the last twelve months, by the desk's zone. */
    @GetMapping("/availability")
    List<Month> index(Me me) {
        var zone = preferences.zone();
        var now = clock.instant();
        var last = YearMonth.from(now.atZone(zone));
        var all = new ArrayList<Month>();
        for (var course : outages.courses(last, MONTHS, zone, me, now))
            for (int n = 0; n < MONTHS; n++) {
                var month = course.months().get(n);
                var percent = month.percent();
                all.add(new Month(
                        ref(course.service()),
                        last.minusMonths(MONTHS - 1L - n).toString(),
                        percent.isEmpty() ? null : percent.getAsDouble(),
                        month.out().toSeconds(),
                        month.of().toSeconds()));
            }
        return all;
    }

    /**
     * Those that reach into a month, the newest first, at most 1,000.
     *
     * @param service a code; absent: of all
     * @param month 2026-11; absent: this one
     */
    @GetMapping("/outages")
    List<Shown> show(
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String month,
            Me me) {
        var zone = preferences.zone();
        var now = clock.instant();
        var about = service == null
                ? null
                : services.byCode(service)
                        .map(Service::id)
                        .orElseThrow(() -> Refused.invalid("service", "signal.no_service"));
        var wanted = month == null ? YearMonth.from(now.atZone(zone)) : month(month);
        return outages.in(Outages.time(wanted, zone, now), about, MOST, me).stream()
                .map(this::shown)
                .toList();
    }

    private Shown shown(Outage outage) {
        return new Shown(
                outage.ticket(),
                ref(services.find(outage.service()).orElseThrow()),
                outage.began(),
                outage.ended(),
                outage.counts(),
                outage.correction() != null);
    }

    private static Ref ref(Service service) {
        return new Ref(service.code(), service.name());
    }

    private static YearMonth month(String typed) {
        try {
            return YearMonth.parse(typed);
        } catch (DateTimeException _) {
            throw Refused.invalid("month", "signal.no_month", typed);
        }
    }
}
