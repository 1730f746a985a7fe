package dev.qiao.signal.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import dev.qiao.report.Measure;
import dev.qiao.report.Period;
import dev.qiao.report.Targets;
import dev.qiao.signal.Alarms;
import dev.qiao.signal.Machine;
import dev.qiao.signal.Severity;
import dev.qiao.signal.Told;
import dev.qiao.signal.Told.Says;
import dev.qiao.signal.source.Sources;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An outage lasts from the first signal until the service is restored, and a person has the last word. */
@QiaoTest
class OutagesTest {
    @Autowired
    Sources sources;

    @Autowired
    Alarms alarms;

    @Autowired
    Outages outages;

    @Autowired
    Services services;

    @Autowired
    Targets targets;

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
    void itBeginsWithTheFirstSignalAndEndsWithTheLast() {
        var service = service();
        var began = clock.instant().minus(Duration.ofMinutes(7)).truncatedTo(ChronoUnit.SECONDS);
        say(service, "a", Says.FIRING, began);
        assertThat(only(service).ended()).isNull();
        clock.advance(Duration.ofMinutes(23));
        say(service, "a", Says.RESOLVED, null);
        assertThat(only(service).began()).isEqualTo(began);
        assertThat(Duration.between(began, Objects.requireNonNull(only(service).ended())))
                .isCloseTo(Duration.ofMinutes(30), Duration.ofSeconds(2));
        assertThat(mttr()).as("from the first signal").isCloseTo(30, within(0.1));
    }

    @Test
    void aWarningIsNoOutage() {
        var service = service();
        say(service, "w", Says.FIRING, null, Severity.WARNING);
        assertThat(of(service)).isEmpty();
    }

    @Test
    void aManagerCorrectsItAndItIsOnRecordAndTakenBack() {
        var service = service();
        say(service, "c", Says.FIRING, null);
        clock.advance(Duration.ofHours(2));
        say(service, "c", Says.RESOLVED, null);
        long ticket = only(service).ticket();
        var manager = crowd.withPassword(crowd.person(clock.instant(), "manager"), clock.instant());
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(manager.login()), Crowd.PASSWORD).expect(303);
        assertThat(browser.get("/availability").expect(200).text()).contains(service.name());
        assertThat(browser.get("/availability/" + service.code()).expect(200).text())
                .contains(String.valueOf(ticket), "120");
        browser.get("/outages/" + ticket).expect(200);
        browser.form("/outages/" + ticket + "/correction", Map.of("none", "true", "reason", ""))
                .expect(422);
        browser.form("/outages/" + ticket + "/correction", Map.of("none", "true", "reason", "只是监控误报"))
                .expect(303);
        assertThat(only(service).counts()).isFalse();
        assertThat(browser.get("/availability/" + service.code()).expect(200).text())
                .contains("只是监控误报", manager.name());
        browser.form("DELETE", "/outages/" + ticket + "/correction", Map.of()).expect(303);
        assertThat(only(service).counts()).isTrue();
        var api = http.as(cast.token(cast.hire("manager")));
        assertThat(api.get("/api/v1/outages?service=" + service.code())
                        .expect(200)
                        .json()
                        .size())
                .isEqualTo(1);
        api.get("/api/v1/availability").expect(200);
    }

    private double mttr() {
        var now = clock.instant();
        var hour = new Period(now.minus(Duration.ofSeconds(30)), now.plus(Duration.ofSeconds(30)));
        return Objects.requireNonNull(
                targets.figure(Measure.MTTR, hour, Me.QIAO, now).value());
    }

    private Service service() {
        var code = Machine.unique("outage");
        return services.create(new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant());
    }

    private void say(Service service, String key, Says says, @Nullable Instant began) {
        say(service, key, says, began, Severity.CRITICAL);
    }

    private void say(Service service, String key, Says says, @Nullable Instant began, Severity severity) {
        var known = service.code() + key;
        var told =
                new Told(says, known, known, began, null, severity, known, "", "", Map.of("service", service.code()));
        alarms.tell(sources.own(clock.instant()).id(), List.of(told), clock.instant());
        workers.crank(clock.instant());
    }

    private Outage only(Service service) {
        var all = of(service);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private List<Outage> of(Service service) {
        var now = clock.instant();
        return outages.in(new Stretch(now.minus(Duration.ofDays(2)), now.plusSeconds(1)), service.id(), 10, Me.QIAO);
    }
}
