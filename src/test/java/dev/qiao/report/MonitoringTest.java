package dev.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Alerts;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sources;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether what machines say leads to work, and what they did not say; worked out by hand. */
@QiaoTest
class MonitoringTest {
    @Autowired
    Sources sources;

    @Autowired
    Alarms alarms;

    @Autowired
    Alerts alerts;

    @Autowired
    Services services;

    @Autowired
    Tickets tickets;

    @Autowired
    Monitoring monitoring;

    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Http http;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Test
    void whatLedToWorkWhatWasNotAnnouncedAndWhatIsNoisy() {
        // What other tests left behind comes to its end before the period begins.
        workers.crank(clock.advance(Duration.ofDays(2)));
        var began = clock.advance(Duration.ofMinutes(1));
        var service = service();
        var loud = Machine.unique("Loud");
        var useful = Machine.unique("Useful");
        for (int n = 0; n < 5; n++) say(service, loud, Severity.INFO, n);
        long ticket = ticketOf(say(service, useful, Severity.CRITICAL, 0));
        tickets.accept(ticket, null, cast.hire("dispatcher"), clock.instant());
        var untold = tickets.open(
                        List.of(Draft.titled("没人告警", Me.QIAO, Source.PHONE)
                                .service(service.id())
                                .requester(cast.hire("requester").id())),
                        clock.instant())
                .getFirst();
        workers.crank(clock.instant());
        var period = new Period(began, clock.instant().plusSeconds(1));
        var quality = monitoring.of(period, Me.QIAO);
        assertThat(quality.worked()).isEqualTo(new Monitoring.Share(1, 6));
        assertThat(quality.announced()).isEqualTo(new Monitoring.Share(1, 2));
        assertThat(quality.untold()).extracting(Monitoring.Untold::number).containsExactly(untold.number());
        assertThat(quality.noisy().getFirst()).isEqualTo(new Monitoring.Named(loud, 5, 0, 0));
        assertThat(quality.flapping()).isEmpty();
        pages(loud, useful);
    }

    private void pages(String loud, String useful) {
        var manager = crowd.withPassword(crowd.person(clock.instant(), "manager"), clock.instant());
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(manager.login()), Crowd.PASSWORD).expect(303);
        assertThat(browser.get("/monitoring").expect(200).text()).contains(loud, "没人告警");
        var both = crowd.withPassword(crowd.person(clock.instant(), "dispatcher", "manager"), clock.instant());
        var work = http.browser();
        work.signIn(Objects.requireNonNull(both.login()), Crowd.PASSWORD).expect(303);
        assertThat(work.get("/alerts?state=all&name=" + loud).expect(200).text())
                .contains(loud)
                .doesNotContain(useful);
        http.as(cast.token(cast.hire("manager"))).get("/api/v1/monitoring").expect(200);
    }

    private Service service() {
        var code = Machine.unique("watched");
        return services.create(new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant());
    }

    private String say(Service service, String name, Severity severity, int n) {
        var key = name + n;
        var labels = Map.of("service", service.code(), "alertname", name);
        var told = new Told(Says.FIRING, key, key, clock.instant(), null, severity, name, "", "", labels);
        alarms.tell(sources.own(clock.instant()).id(), List.of(told), clock.instant());
        workers.crank(clock.instant());
        return key;
    }

    private long ticketOf(String key) {
        var alert = alerts.list(null, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return alerts.incidents(List.of(Objects.requireNonNull(alert.incident())), Me.QIAO)
                .getFirst()
                .ticket();
    }
}
