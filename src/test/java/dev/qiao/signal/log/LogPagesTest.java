package dev.qiao.signal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.LocatorOptions;
import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import dev.qiao.signal.Machine;
import dev.qiao.signal.source.Sender;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What logs say, as people see it. */
@QiaoTest
class LogPagesTest {
    @Autowired
    Machine machine;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void anEngineerGoesFromThePatternsToOneAndFindsItsLines() {
        var source = machine.connect(Sender.LOGS);
        var word = "w" + Machine.unique("x").replace("-", "");
        machine.hand(
                source,
                ("cannot open " + word + " port 443\ncannot open " + word + " port 80\n" + "y".repeat(300))
                        .getBytes(StandardCharsets.UTF_8));
        machine.say(source, "nothing more");
        var engineer = crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
        try (var browser =
                Browser.phone(http.root()).signIn(Objects.requireNonNull(engineer.login()), Crowd.PASSWORD)) {
            browser.open("/patterns?source=" + source.source().id()).fits().isAccessible();
            browser.page()
                    .locator("a.log", new LocatorOptions().setHasText("cannot open"))
                    .click();
            browser.page().waitForURL("**/patterns/*/*");
            assertThat(browser.page().locator("main").innerText()).contains("port 443");
            browser.fits().isAccessible();
            browser.open("/lines?q=" + word + "+443").fits().isAccessible();
            assertThat(browser.page().locator("td.log").allInnerTexts()).hasSize(1);
        }
    }

    @Test
    void whoAsksForHelpSeesNoLogs() {
        var requester = crowd.withPassword(crowd.person(clock.instant(), "requester"), clock.instant());
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(requester.login()), Crowd.PASSWORD)
                .expect(303);
        browser.get("/patterns").expect(403);
        browser.get("/lines?q=port").expect(403);
        browser.get("/patterns/1/1").expect(403);
    }
}
