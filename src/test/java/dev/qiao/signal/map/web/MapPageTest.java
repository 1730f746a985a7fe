package dev.qiao.signal.map.web;

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
import dev.qiao.people.Crowd;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The map says how services are, and goes along with what happens. */
@QiaoTest
class MapPageTest {
    @Autowired
    Machine machine;

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
    void aServiceFailsWhileOneLooks() {
        var now = clock.instant();
        var below = made("地基", List.of());
        var above = made("门面", List.of(below.id()));
        var person = crowd.withPassword(crowd.person(now, "engineer"), now);
        var login = Objects.requireNonNull(person.login());
        try (var desk = Browser.desktop(http.root()).signIn(login, Crowd.PASSWORD)) {
            desk.open("/map").isAccessible().fits();
            var node = desk.page().locator("a.node[href='/services/" + below.code() + "']");
            assertThat(node.getAttribute("aria-label")).contains("正常");
            fail(below);
            desk.page()
                    .locator("a.node.is-failing[href='/services/" + below.code() + "']")
                    .waitFor();
            desk.isAccessible().shot("map");
            desk.page()
                    .locator("a.node.is-failing[href='/services/" + below.code() + "']")
                    .click();
            desk.page().waitForURL("**/services/" + below.code());
            desk.page().getByText("磁盘空间不足").first().waitFor();
            desk.isAccessible();
        }
        try (var phone = Browser.phone(http.root()).signIn(login, Crowd.PASSWORD)) {
            phone.open("/map").isAccessible().fits().shot("map-phone");
            assertThat(phone.page().locator(".map-list").getByText(above.name()).isVisible())
                    .isTrue();
            assertThat(phone.page().locator("svg.service-map").isVisible()).isFalse();
        }
        try (var dark = Browser.dark(http.root()).signIn(login, Crowd.PASSWORD)) {
            dark.open("/map").isAccessible().shot("map-dark");
        }
        var items = http.as(cast.token(cast.hire("engineer")))
                .get("/api/v1/map?limit=200")
                .expect(200)
                .json()
                .path("items");
        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .filter(item -> item.path("code").asString().equals(below.code()))
                        .map(item -> item.path("state").asString()))
                .containsExactly("failing");
    }

    private void fail(Service service) {
        var source = machine.connect(Sender.ALERTMANAGER);
        var labels = Map.of("alertname", "Down", "severity", "critical", "service", service.code());
        machine.say(source, Machine.alertmanager("firing", service.code(), labels, clock.instant()));
    }

    private Service made(String name, List<Long> restsOn) {
        var code = crowd.word("map");
        var draft = new ServiceDraft(code, name + code, false, null, List.of(), restsOn, true);
        return services.create(draft, Me.QIAO, clock.instant());
    }
}
