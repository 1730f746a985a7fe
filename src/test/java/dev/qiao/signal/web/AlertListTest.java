package dev.qiao.signal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.qiao.Browser;
import dev.qiao.asset.Service;
import dev.qiao.asset.ServiceDraft;
import dev.qiao.asset.Services;
import dev.qiao.base.Me;
import dev.qiao.base.Preferences;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import dev.qiao.signal.source.Source;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of alerts is narrowed down by its address, walked through by keys, and taken along as a file. */
class AlertListTest extends SignalDesk {
    @Autowired
    Services services;

    @Autowired
    Preferences preferences;

    Source.Issued source;
    Service service;
    String disk;
    String heat;

    @BeforeEach
    void twoThingsAreWrong() {
        source = machine.connect(Sender.ALERTMANAGER);
        service = services.create(
                new ServiceDraft(crowd.word("s"), crowd.word("服务"), false, null, List.of(), true),
                Me.QIAO,
                clock.instant());
        disk = Machine.unique("Disk");
        heat = Machine.unique("Heat");
        say(disk, service.code());
        say(heat, "");
    }

    @Test
    void theAddressSaysWhichAreShown() {
        assertThat(list("/alerts")).contains(disk, heat);
        assertThat(list("/alerts?service=" + service.code())).contains(disk).doesNotContain(heat);
        assertThat(list("/alerts?q=" + heat.substring(2).toUpperCase(Locale.ROOT)))
                .contains(heat)
                .doesNotContain(disk);
        assertThat(list("/alerts?name=" + disk)).contains(disk).doesNotContain(heat);
        assertThat(list("/alerts?state=all&flapping=true")).doesNotContain(disk, heat);
        var month = YearMonth.from(clock.instant().atZone(preferences.zone()));
        assertThat(list("/alerts?state=all&month=" + month)).contains(disk, heat);
        assertThat(list("/alerts?state=all&month=" + month.minusMonths(1))).doesNotContain(disk, heat);
        browser.get("/alerts?month=gestern").expect(422);
        browser.get("/alerts?service=nobody").expect(422);

        var engineer = http.as(
                crowd.token(crowd.person(clock.instant(), "engineer").id(), Token.Scope.WRITE, clock.instant()));
        assertThat(engineer.get("/api/v1/alerts?over=true&service=" + service.code())
                        .expect(200)
                        .text())
                .contains(disk)
                .doesNotContain(heat);
    }

    @Test
    void whatIsShownIsTakenAlongAsAFile() {
        var csv = browser.get("/alerts/export?format=csv&service=" + service.code())
                .expect(200)
                .text();
        assertThat(csv).contains(disk, service.name(), source.source().name()).doesNotContain(heat);
        browser.get("/alerts/export?format=xlsx&q=" + heat).expect(200);
        browser.get("/alerts/export?format=pdf").expect(422);
        var user = crowd.withPassword(crowd.person(clock.instant(), "requester"), clock.instant());
        var outside = http.browser();
        outside.signIn(Objects.requireNonNull(user.login()), Crowd.PASSWORD).expect(303);
        outside.get("/alerts/export").expect(403);
    }

    @Test
    void keysWalkThroughItAndSayThatSomebodyKnows() {
        var only = "/alerts?service=" + service.code();
        var second = Machine.unique("Second");
        say(second, service.code());
        try (var desk = Browser.desktop(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD)) {
            desk.open(only).isAccessible().fits().shot("alerts");
            var page = desk.page();
            page.keyboard().press("a");
            assertThat(page.locator("tbody button[data-key=A]").count()).isEqualTo(2);
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("a");
            page.locator("tbody tr", new Page.LocatorOptions().setHasText("已确认"))
                    .waitFor();
            assertThat(page.locator("tbody button[data-key=A]").count()).isEqualTo(1);
            assertThat(page.locator("tbody tr:has(button[data-key=A])").textContent())
                    .contains(second);
            page.keyboard().press("k");
            page.keyboard().press("Enter");
            page.waitForURL("**/alerts/*");
            assertThat(page.locator("main").textContent()).contains(second);
        }
        try (var phone = Browser.phone(http.root()).signIn(Objects.requireNonNull(admin.login()), Crowd.PASSWORD)) {
            phone.open(only).isAccessible().fits().shot("alerts-phone");
        }
    }

    private String list(String path) {
        return browser.get(path).expect(200).text();
    }

    private void say(String name, String about) {
        var labels = Map.of("alertname", name, "instance", name, "severity", "warning", "service", about);
        machine.say(source, Machine.alertmanager("firing", Machine.unique("g"), labels, clock.instant()));
    }
}
