package dev.qiao.signal.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
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
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a machine deployed is shown where one looks for reasons. */
@QiaoTest
class DeploymentTest {
    @Autowired
    Machine machine;

    @Autowired
    Deployments deployments;

    @Autowired
    Services services;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void aDeploymentOfWhatAServiceRestsOnStandsBesideItsAlertsAndOnItsPage() {
        var now = clock.instant();
        var below = made("db", List.of());
        var above = made("shop", List.of(below.id()));
        deploy(below, "数据库 15.4 → 15.5", now.minusSeconds(600));
        var source = machine.connect(Sender.ALERTMANAGER);
        var labels = Map.of("alertname", "Slow", "severity", "critical", "service", above.code());
        machine.say(source, Machine.alertmanager("firing", above.code(), labels, now));
        var person = crowd.withPassword(crowd.person(now, "engineer"), now);
        try (var desk = Browser.desktop(http.root()).signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD)) {
            desk.open("/deployments").isAccessible().fits().shot("deployments");
            desk.page().getByText("数据库 15.4 → 15.5").first().waitFor();
            desk.open("/services/" + below.code()).isAccessible().fits();
            desk.page().getByText("数据库 15.4 → 15.5").first().waitFor();
            desk.open("/alerts");
            desk.page()
                    .locator("tr", new com.microsoft.playwright.Page.LocatorOptions().setHasText(above.name()))
                    .locator("a")
                    .first()
                    .click();
            desk.page().getByText("数据库 15.4 → 15.5").waitFor();
        }
    }

    @Test
    void programsReadThemPageByPageAndNobodyElseDoes() {
        var service = made("ci", List.of());
        var now = clock.instant();
        for (int n = 1; n <= 3; n++) deploy(service, "第" + n + "次", now.minusSeconds(60 * n));
        deploy(service, "还没到", now.plusSeconds(600));
        var reader = http.as(cast.token(cast.hire("engineer")));
        var first = reader.get("/api/v1/deployments?limit=2&service=" + service.code())
                .expect(200)
                .json();
        assertThat(first.path("items").get(0).path("title").asString()).isEqualTo("第1次");
        var second = reader.get("/api/v1/deployments?limit=2&service=" + service.code() + "&cursor="
                        + first.path("next").asString())
                .expect(200)
                .json();
        assertThat(second.path("items")).hasSize(1);
        assertThat(second.path("items").get(0).path("service").path("code").asString())
                .isEqualTo(service.code());
        http.as(cast.token(cast.hire("requester"))).get("/api/v1/deployments").expect(403);
    }

    private void deploy(Service service, String title, Instant at) {
        var pager = machine.connect(Sender.PAGERDUTY);
        http.post(
                        "/v2/change/enqueue",
                        Map.of(
                                "routing_key",
                                pager.key(),
                                "payload",
                                Map.of(
                                        "summary",
                                        title,
                                        "source",
                                        "ci",
                                        "timestamp",
                                        at.toString(),
                                        "custom_details",
                                        Map.of("service", service.code(), "version", "15.5"))))
                .expect(202);
        workers.crank(clock.instant());
    }

    private Service made(String word, List<Long> restsOn) {
        var code = crowd.word(word);
        var draft = new ServiceDraft(code, "服务 " + code, false, null, List.of(), restsOn, true);
        return services.create(draft, Me.QIAO, clock.instant());
    }
}
