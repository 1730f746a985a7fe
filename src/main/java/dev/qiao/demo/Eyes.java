package dev.qiao.demo;

import dev.qiao.asset.Service;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Origin;
import dev.qiao.base.Refused.Problem;
import dev.qiao.signal.probe.Expected;
import dev.qiao.signal.probe.Probe;
import dev.qiao.signal.probe.ProbeDraft;
import dev.qiao.signal.probe.Probes;
import dev.qiao.signal.probe.Result;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.stereotype.Component;

/**
 * What the desk looks at itself. Nothing of the made-up company is there to be looked at, and nothing outside this machine is called: its
 * services stand for the desk's own page, its port and this machine. They were looked at for a month.
 */
@Component
class Eyes {
    private static final Me QIAO = Me.machine(Origin.DEMO);
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration LATELY = Duration.ofDays(2);

    private final Probes probes;
    private final Services services;

    Eyes(Probes probes, Services services) {
        this.probes = probes;
        this.services = services;
    }

    void open(URI desk, Instant present) {
        boolean encrypted = desk.getScheme().equals("https");
        int port = desk.getPort() > 0 ? desk.getPort() : encrypted ? 443 : 80;
        look("OA 门户页面", Probe.Kind.HTTP, desk.resolve("/health").toString(), "oa", 14, present);
        look("ERP 应用端口", Probe.Kind.TCP, desk.getHost() + ":" + port, "erp", 3, present);
        look("VPN 网关", Probe.Kind.PING, desk.getHost(), "vpn", 2, present);
    }

    private void look(String name, Probe.Kind kind, String target, String service, int usual, Instant present) {
        var about = services.byCode(service).map(Service::id).orElse(null);
        var shape = ProbeDraft.usual(name, kind, target);
        // A certificate that the desk made itself is vouched for by nobody.
        var expected = new Expected("GET", null, "", false, true, List.of(), "A", "", "");
        var draft = new ProbeDraft(
                name,
                kind,
                target,
                expected,
                about,
                shape.every(),
                shape.limit(),
                shape.failures(),
                shape.successes(),
                shape.slow(),
                shape.warnDays(),
                true,
                true);
        var probe = probes.create(draft, QIAO, present);
        probes.remember(probe.id(), month(usual, present), QIAO, present);
    }

    /** Each hour, and lately every five minutes; with an outage of two hours, and a look now and then that failed. */
    private static List<Result> month(int usual, Instant present) {
        var dice = new SplittableRandom(usual);
        var results = new ArrayList<Result>();
        var broken = present.minus(Duration.ofDays(5L + 4 * usual % 20)).truncatedTo(ChronoUnit.HOURS);
        var at = present.minus(MONTH).truncatedTo(ChronoUnit.HOURS);
        while (at.isBefore(present)) {
            boolean down = !at.isBefore(broken) && at.isBefore(broken.plus(Duration.ofHours(2)));
            int millis = (int) Math.round(usual * (1 + dice.nextDouble() * dice.nextDouble()) + busy(at));
            if (down || dice.nextInt(400) == 0)
                results.add(new Result(at, 5, new Problem(null, "signal.probe_refused", List.of()), null));
            else results.add(new Result(at, millis, null, null));
            at = at.plus(at.isBefore(present.minus(LATELY)) ? Duration.ofHours(1) : Duration.ofMinutes(5));
        }
        return results;
    }

    /** In working hours it takes a little longer. */
    private static double busy(Instant at) {
        int hour = at.atZone(QIAO.zone()).getHour();
        return hour >= 9 && hour < 18 ? 6 : 0;
    }
}
