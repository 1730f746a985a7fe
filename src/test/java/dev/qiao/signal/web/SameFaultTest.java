package dev.qiao.signal.web;

import static java.util.Objects.requireNonNull;
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
import dev.qiao.ticket.merge.Merges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people report of a fault that machines told of is offered beside it, and theirs beside the report. */
@QiaoTest
class SameFaultTest {
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
    Merges merges;

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
    void aReportIsOfferedBesideTheIncidentAndGoesOnInItWithOnePress() {
        var service = service();
        long incident = told(service);
        clock.advance(Duration.ofMinutes(20));
        long report = reported(service);
        long other = reported(service());
        var desk = crowd.withPassword(crowd.person(clock.instant(), "dispatcher"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(desk.login()), Crowd.PASSWORD).expect(303);
        assertThat(browser.get("/tickets/" + incident).expect(200).text())
                .contains("/tickets/" + report + "/merge?into=" + incident)
                .doesNotContain("/tickets/" + other + "/merge?into=");
        assertThat(browser.get("/tickets/" + report).expect(200).text())
                .contains("/tickets/" + report + "/merge?into=" + incident);
        browser.form("/tickets/" + report + "/merge", Map.of("into", String.valueOf(incident)))
                .expect(303);
        assertThat(merges.survivor(report)).contains(incident);
        assertThat(browser.get("/tickets/" + incident).expect(200).text()).doesNotContain("/merge?into=" + incident);
    }

    @Test
    void allReportsOfItGoOnInItAtOnceAlsoThoseOfALinkedService() {
        var service = service();
        var above = above(service);
        long incident = told(service);
        long first = reported(service);
        long second = reported(above);
        long fine = reported(service());
        var desk = crowd.withPassword(crowd.person(clock.instant(), "dispatcher"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(desk.login()), Crowd.PASSWORD).expect(303);
        assertThat(browser.get("/tickets/" + incident).expect(200).text())
                .contains("/tickets/" + first + "/merge?", "/tickets/" + second + "/merge?", "2 张全部并入");
        browser.form("/tickets/" + incident + "/same-fault", Map.of()).expect(303);
        assertThat(merges.survivor(first)).contains(incident);
        assertThat(merges.survivor(second)).contains(incident);
        assertThat(merges.into(List.of(fine))).isEmpty();
        var user = crowd.withPassword(crowd.person(clock.instant(), "requester"), clock.instant());
        var outside = http.browser();
        outside.signIn(requireNonNull(user.login()), Crowd.PASSWORD).expect(303);
        outside.form("/tickets/" + incident + "/same-fault", Map.of()).expect(403);
    }

    @Test
    void whatCameHoursLaterIsNotTheSame() {
        var service = service();
        long incident = told(service);
        clock.advance(Duration.ofHours(5));
        long report = reported(service);
        var desk = crowd.withPassword(crowd.person(clock.instant(), "dispatcher"), clock.instant());
        var browser = http.browser();
        browser.signIn(requireNonNull(desk.login()), Crowd.PASSWORD).expect(303);
        assertThat(browser.get("/tickets/" + report).expect(200).text()).doesNotContain("/merge?into=" + incident);
    }

    private Service above(Service below) {
        var code = Machine.unique("above");
        var draft = new ServiceDraft(code, code, false, null, List.of(), List.of(below.id()), true);
        return services.create(draft, Me.QIAO, clock.instant());
    }

    private Service service() {
        var code = Machine.unique("same");
        return services.create(new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant());
    }

    private long told(Service service) {
        var key = Machine.unique("fault");
        var labels = Map.of("service", service.code());
        var said = new Told(Says.FIRING, key, key, null, null, Severity.CRITICAL, key, "", "", labels);
        alarms.tell(sources.own(clock.instant()).id(), List.of(said), clock.instant());
        workers.crank(clock.instant());
        var alert = alerts.list(null, null, Long.MAX_VALUE, 200, Me.QIAO).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
        return alerts.incidents(List.of(requireNonNull(alert.incident())), Me.QIAO)
                .getFirst()
                .ticket();
    }

    private long reported(Service service) {
        var draft = Draft.titled("打不开", Me.QIAO, Source.PHONE)
                .service(service.id())
                .requester(cast.hire("requester").id());
        return tickets.open(List.of(draft), clock.instant()).getFirst().number();
    }
}
