package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Refused.Problem;
import dev.qiao.base.Workers;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import dev.qiao.signal.Alert;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.metric.Metrics;
import dev.qiao.signal.metric.Spot;
import dev.qiao.signal.rule.Matchers;
import dev.qiao.ticket.Matter;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a probe sees is a figure, and what gets much slower than it usually is becomes a task before anybody complains. */
@QiaoTest
class DegradedTest {
    @Autowired
    Probes probes;

    @Autowired
    Round round;

    @Autowired
    ProbeFigures figures;

    @Autowired
    Metrics metrics;

    @Autowired
    Services services;

    @Autowired
    Alerts alerts;

    @Autowired
    Tickets tickets;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Crowd crowd;

    @Autowired
    Http http;

    private Service service;

    @AfterEach
    void nothingIsLookedAt() {
        probes.after(0, Probes.MOST, Me.QIAO).forEach(probe -> probes.delete(probe.id(), Me.QIAO, clock.instant()));
    }

    @Test
    void whatGetsMuchSlowerThanUsualIsATaskUntilItIsAsUsual() {
        var probe = knownForDays();
        var usual = probes.usual(probe, Me.QIAO, clock.instant()).orElseThrow();
        assertThat(usual.millis()).isEqualTo(100);
        for (int n = 0; n < 20; n++) works(probe, 100 + n);
        assertThat(alert(probe)).isEmpty();
        for (int n = 0; n < Usual.IN_A_ROW; n++) works(probe, 800);
        workers.crank(clock.instant());
        var warned = alert(probe).orElseThrow();
        assertThat(warned.severity()).isEqualTo(Severity.WARNING);
        assertThat(warned.service()).isEqualTo(service.id());
        assertThat(warned.title()).contains("800", "100");
        var ticket = alerts.incidents(List.of(Objects.requireNonNull(warned.incident())), Me.QIAO)
                .getFirst()
                .ticket();
        var matter = tickets.find(ticket, Me.QIAO).matter();
        assertThat(matter.kind()).isEqualTo(Matter.Kind.TASK);
        assertThat(matter.source()).isEqualTo(Matter.Source.WARNING);
        var api = http.as(
                crowd.token(crowd.person(clock.instant(), "engineer").id(), Token.Scope.WRITE, clock.instant()));
        assertThat(api.get("/api/v1/probes/" + probe.id())
                        .expect(200)
                        .json()
                        .get("degraded")
                        .asBoolean())
                .isTrue();
        for (int n = 0; n < Usual.IN_A_ROW; n++) works(probe, 120);
        workers.crank(clock.instant());
        assertThat(alerts.find(warned.id(), Me.QIAO).open()).isFalse();
    }

    @Test
    void whoseDescriptionIsNewHasNoPast() {
        var probe = knownForDays();
        var changed = probes.update(probe.id(), probe.version(), probe.draft(), Me.QIAO, clock.instant());
        assertThat(probes.usual(changed, Me.QIAO, clock.instant())).isEmpty();
        for (int n = 0; n < 10; n++) works(changed, 5_000);
        assertThat(alert(probe)).isEmpty();
    }

    @Test
    void whatIsSeenIsAFigureOfTheServiceAndAFailureTakesNoTime() {
        var probe = probe();
        works(probe, 250);
        seen(probe, 9_000, new Problem(null, "signal.probe_timeout", List.of("9000")));
        figures.keep(clock.instant());
        assertThat(course(probe, "probe_success")).containsExactly(1.0, 0.0);
        assertThat(course(probe, "probe_duration_seconds")).containsExactly(0.25);
    }

    private List<Double> course(Probe probe, String metric) {
        var series = metrics.find(
                metric, Matchers.read(List.of("probe=" + probe.draft().name())), 2);
        assertThat(series).hasSize(1);
        assertThat(series.getFirst().service()).isEqualTo(service.id());
        var until = clock.instant().plusSeconds(1);
        return metrics
                .range(List.of(series.getFirst().id()), until.minusSeconds(600), until, Duration.ofSeconds(10))
                .stream()
                .map(Spot::value)
                .toList();
    }

    private Probe knownForDays() {
        var probe = probe();
        var hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
        probes.remember(
                probe.id(),
                IntStream.rangeClosed(1, 7 * 24 * 6)
                        .mapToObj(n -> new Result(hour.minusSeconds(600L * n), 90 + 10 * (n % 3), null, null))
                        .toList(),
                Me.QIAO,
                clock.instant());
        return probes.find(probe.id(), Me.QIAO);
    }

    private Probe probe() {
        var code = Machine.unique("shop");
        service = services.create(new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant());
        var usual = ProbeDraft.usual(code, Probe.Kind.TCP, "shop.example:443");
        var draft = new ProbeDraft(
                code,
                usual.kind(),
                usual.target(),
                usual.expected(),
                service.id(),
                3_600,
                usual.limit(),
                2,
                1,
                null,
                List.of(),
                false,
                true);
        return probes.create(draft, Me.QIAO, clock.instant());
    }

    private void works(Probe probe, int millis) {
        seen(probe, millis, null);
    }

    private void seen(Probe probe, int millis, @Nullable Problem reason) {
        round.seen(probe, new Result(clock.advance(Duration.ofSeconds(30)), millis, reason, null));
    }

    private Optional<Alert> alert(Probe probe) {
        return alerts.list(null, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                .filter(alert -> alert.key().equals("probe " + probe.id() + " degraded"))
                .findFirst();
    }
}
