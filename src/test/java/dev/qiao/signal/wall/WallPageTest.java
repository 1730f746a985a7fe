package dev.qiao.signal.wall;

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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The wall display shows what is so, says of when it is, and never shows what may no longer be so as if it were. */
@QiaoTest
class WallPageTest {
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
    void itShowsTroubleOnOneScreenAndGreysOutWhenNothingNewComes() {
        var now = clock.nextMonday();
        var team = cast.team(null);
        var services = List.of(made("视频会议"), made("ERP财务"), made("远程接入"), made("企业邮箱"), made("门户"), made("打印"));
        var person = crowd.withPassword(crowd.person(now, "manager"), now);
        var requester = http.as(cast.token(cast.hire("requester")));
        for (int n = 0; n < 14; n++) made("安静的服务" + n);
        for (int n = 0; n < 9; n++)
            requester
                    .post(
                            "/api/v1/tickets",
                            Map.of(
                                    "kind",
                                    "incident",
                                    "title",
                                    "直播没有声音，全员会开不了，请尽快来人看看" + n,
                                    "service",
                                    services.get(n % 6).code()))
                    .expect(201);
        clock.set(now.plus(Duration.ofMinutes(210)));
        for (var service : services) fail(service);
        clock.set(now.plus(Duration.ofMinutes(250)));
        assertThat(team).isNotNull();
        try (var screen = Browser.desktop(http.root())
                .cuttable()
                .signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD)) {
            var page = screen.page();
            page.setViewportSize(1920, 1080);
            page.clock().install();
            screen.open("/wall").isAccessible().fits().shot("wall");
            assertThat(page.locator(".trouble li")).isNotNull();
            assertThat(page.locator(".trouble li").count()).isEqualTo(4);
            assertThat(page.locator("section").first().getByText("还有").first().isVisible())
                    .isTrue();
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollHeight <= innerHeight && [...document.querySelectorAll('.wall > section')]"
                                    + ".every(s => s.scrollHeight <= s.clientHeight + 2)"))
                    .isTrue();
            assertThat((Boolean)
                            page.evaluate("[...document.querySelectorAll('.wall *')].filter(e => e.childNodes.length"
                                    + " && [...e.childNodes].some(c => c.nodeType === 3 && c.data.trim()))"
                                    + ".every(e => parseFloat(getComputedStyle(e).fontSize) >= 24)"))
                    .isTrue();
            clock.advance(Duration.ofMinutes(1));
            page.clock().runFor(11_000);
            page.locator("#wall[data-at='" + clock.instant() + "']").waitFor();
            page.context().setOffline(true);
            page.clock().runFor(30_000);
            page.locator("#wall.is-stale").waitFor();
            assertThat(page.locator(".age").textContent()).contains("秒没有新消息");
            screen.shot("wall-stale");
            page.context().setOffline(false);
            clock.advance(Duration.ofMinutes(1));
            page.clock().runFor(11_000);
            page.locator("#wall:not(.is-stale)").waitFor();
            screen.open("/wall?theme=light").isAccessible().shot("wall-light");
        }
    }

    private void fail(Service service) {
        var source = machine.connect(Sender.ALERTMANAGER);
        var labels = Map.of("alertname", "Down", "severity", "critical", "service", service.code());
        machine.say(source, Machine.alertmanager("firing", service.code(), labels, clock.instant()));
    }

    private Service made(String name) {
        var code = crowd.word("wall");
        var draft = new ServiceDraft(code, name, false, null, List.of(), List.of(), true);
        return services.create(draft, Me.QIAO, clock.instant());
    }
}
