package dev.qiao.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import dev.qiao.people.Person;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How pages look goes with the person; the desk is an app that never shows anything old; an empty desk teaches. */
@QiaoTest
class LookTest {
    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void whatSomebodyChoseOnOneDeviceHoldsOnTheNext() {
        person("admin");
        var engineer = person("engineer");
        try (var first = signedIn(Browser.desktop(http.root()), engineer)) {
            first.open("/me");
            first.page().locator("button[name=theme][value=contrast]").click();
            first.page().waitForSelector("html[data-theme=contrast]");
            first.page().locator("button[name=size][value=largest]").click();
            first.page().waitForSelector("html[data-size=largest]");
            first.page().locator("button[name=motion][value=none]").click();
            first.page().waitForSelector("html[data-motion=none]");
            first.settled().isAccessible().fits().shot("look-contrast");
        }
        try (var second = signedIn(Browser.phone(http.root()), engineer)) {
            second.open("/me");
            var html = second.page().locator("html");
            assertThat(html.getAttribute("data-theme")).isEqualTo("contrast");
            assertThat(html.getAttribute("data-size")).isEqualTo("largest");
            assertThat(html.getAttribute("data-motion")).isEqualTo("none");
            second.isAccessible().fits().shot("look-contrast-phone");
            second.open("/").isAccessible().fits();
            second.open("/tickets").isAccessible().fits();
        }
    }

    @Test
    void theDeskIsInstalledAndOutOfReachItSaysSoAndShowsNothingOld() {
        var manifest = http.get("/app.webmanifest").expect(200);
        assertThat(manifest.header("Content-Type")).startsWith("application/manifest+json");
        assertThat(manifest.json().get("icons").size()).isEqualTo(4);
        for (var icon : manifest.json().get("icons"))
            http.get(icon.get("src").asString()).expect(200);
        try (var own = signedIn(Browser.own(http.root()).cuttable(), person("engineer"))) {
            own.open("/tickets");
            own.page().waitForFunction("async () => Boolean((await navigator.serviceWorker.ready).active)");
            own.page().waitForFunction("async () => Boolean(await caches.match('/offline'))");
            assertThat(((Number) own.page()
                                    .evaluate("async () => (await (await caches.open('offline')).keys()).length"))
                            .intValue())
                    .isEqualTo(3);
            own.offline(true);
            try {
                own.page().navigate("/tickets");
            } catch (PlaywrightException _) {
                // what matters is what is seen
            }
            own.page().getByText("连不上服务台").first().waitFor();
            assertThat(own.page().locator(".row").count()).isZero();
            own.offline(false);
            own.page().getByText("再试一次").click();
            own.settled();
        }
    }

    @Test
    void aTipIsPutAwayAndStaysAway() {
        try (var admin = signedIn(Browser.desktop(http.root()), person("admin"))) {
            admin.open("/selections/edit");
            admin.isAccessible().fits();
            admin.page().locator(".tip button").click();
            admin.page().locator(".tip").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            admin.open("/selections/edit");
            assertThat(admin.page().locator(".tip").count()).isZero();
            admin.open("/people");
            assertThat(admin.page().locator(".tip").count()).isEqualTo(1);
        }
    }

    private Person person(String role) {
        var now = clock.instant();
        return crowd.withPassword(crowd.person(now, role), now);
    }

    private static Browser signedIn(Browser browser, Person person) {
        return browser.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD);
    }
}
