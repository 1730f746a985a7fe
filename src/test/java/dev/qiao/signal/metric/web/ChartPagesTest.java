package dev.qiao.signal.metric.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Deployed;
import dev.qiao.signal.Machine;
import dev.qiao.signal.deploy.Deployments;
import dev.qiao.signal.metric.Points;
import dev.qiao.signal.metric.Sample;
import dev.qiao.signal.source.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Figures over time, as people and programs see them. */
@QiaoTest
class ChartPagesTest {
    @Autowired
    Machine machine;

    @Autowired
    Points points;

    @Autowired
    Deployments deployments;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void anEngineerSeesACourseNarrowsItDownAndSharesItsAddress() {
        var metric = measured(24);
        try (var browser = engineer(false)) {
            browser.open("/charts?metric=" + metric + "&range=1h").fits().isAccessible();
            var page = browser.page();
            assertThat(page.locator("svg.course[role=group] path").count()).isEqualTo(20);
            assertThat(page.locator("#chart").innerText()).contains("还有4条");
            page.locator("tbody a.log").first().click();
            page.waitForURL("**match=*");
            assertThat(page.locator("svg.course[role=group] path").count()).isEqualTo(1);
            assertThat(page.locator("input[name=match]").first().inputValue()).startsWith("instance=h");
            browser.shot("charts");
        }
        try (var browser = engineer(true)) {
            browser.open("/charts?metric=" + metric + "&range=1h").fits().isAccessible();
            browser.open("/charts?metric=" + metric + "&match=instance%3D~%5B").fits();
            assertThat(browser.page().locator(".notice[role=alert]").innerText())
                    .isNotBlank();
            browser.open("/charts?metric=" + metric + "&range=own&from=2020-01-01T00:00&until=2020-01-02T00:00")
                    .fits()
                    .isAccessible();
            assertThat(browser.page().locator("#chart").innerText()).contains("没有数据");
            browser.open("/charts?metric=" + metric + "&range=own&from=yesterday&until=2020-01-02T00:00");
            assertThat(browser.page().locator(".notice[role=alert]").innerText())
                    .contains("起止时间");
        }
    }

    @Test
    void whatWasDeployedOfTheServiceIsMarkedWithItsWords() {
        var metric = Machine.unique("latency").replace('-', '_');
        var code = crowd.word("shop");
        var service =
                services.create(new ServiceDraft(code, code, false, null, List.of(), true), Me.QIAO, clock.instant());
        var source = machine.connect(Sender.OTLP).source().id();
        var samples = new ArrayList<Sample>();
        for (int minute = 1; minute < 60; minute++)
            samples.add(new Sample(
                    metric,
                    new TreeMap<>(Map.of("service", code)),
                    clock.instant().minusSeconds(60L * minute),
                    minute));
        points.record(source, samples, clock.instant());
        deployments.tell(
                machine.connect(Sender.PAGERDUTY).source().id(),
                clock.instant(),
                List.of(
                        deployed(code, "商城 4.2", 30),
                        deployed(code, "商城 4.1", 90),
                        deployed(crowd.word("other"), "别的 1.0", 30)));
        assertThat(service.code()).isEqualTo(code);
        try (var browser = engineer(false)) {
            browser.open("/charts?metric=" + metric + "&range=1h").fits().isAccessible();
            var page = browser.page();
            assertThat(page.locator("line.change").count()).isEqualTo(1);
            assertThat(page.locator("line.change").getAttribute("x1")).isEqualTo("50.00%");
            assertThat(page.locator("#chart").innerText()).contains("上线：商城 4.2").doesNotContain("商城 4.1", "别的");
            page.locator("#chart .lines a").first().click();
            page.waitForURL("**/deployments?after=*#d*");
            assertThat(page.locator("tr:target").innerText()).contains("商城 4.2");
        }
        try (var browser = engineer(true)) {
            browser.open("/charts?metric=" + metric + "&range=1h").fits().isAccessible();
        }
    }

    private Deployed deployed(String service, String title, int minutes) {
        return new Deployed(clock.instant().minusSeconds(60L * minutes), title, "", Map.of("service", service));
    }

    @Test
    void programsReadNamesAndCourses() {
        var metric = measured(2);
        var api = http.as(token("engineer"));
        assertThat(api.get("/api/v1/metrics?limit=200").expect(200).text()).contains("\"counter\":");
        var text = api.get("/api/v1/metrics/range?metric=" + metric + "&match=instance%3Dh1")
                .expect(200)
                .text();
        assertThat(text)
                .contains("\"instance\":\"h1\"")
                .doesNotContain("\"h0\"")
                .contains("\"spots\":[{");
        api.get("/api/v1/metrics/range?metric=" + metric + "&match=%3D").expect(422);
        api.get("/api/v1/metrics/range?metric=" + metric + "&until=2020-01-01T00:00:00Z&from=2021-01-01T00:00:00Z")
                .expect(422);
    }

    @Test
    void whoAsksForHelpSeesNone() {
        var api = http.as(token("requester"));
        api.get("/api/v1/metrics").expect(403);
        api.get("/api/v1/metrics/range?metric=cpu").expect(403);
    }

    private String measured(int hosts) {
        var metric = Machine.unique("heat").replace('-', '_');
        var samples = new ArrayList<Sample>();
        for (int host = 0; host < hosts; host++)
            for (int minute = 1; minute < 60; minute++)
                samples.add(new Sample(
                        metric,
                        new TreeMap<>(Map.of("instance", "h" + host)),
                        clock.instant().minusSeconds(60L * minute),
                        20 + host + 10 * Math.sin(minute / 9.0)));
        points.record(machine.connect(Sender.OTLP).source().id(), samples, clock.instant());
        return metric;
    }

    private Browser engineer(boolean phone) {
        var who = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        var browser = phone ? Browser.phone(http.root()) : Browser.desktop(http.root());
        return browser.signIn(Objects.requireNonNull(who.login()), Crowd.PASSWORD);
    }

    private String token(String role) {
        return cast.token(cast.hire(role));
    }
}
