package dev.qiao.signal.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.LocatorOptions;
import dev.qiao.Browser;
import dev.qiao.Cast;
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

    @Autowired
    Cast cast;

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
    void programsAskForPatternsTheirHoursAndLinesByWords() {
        var source = machine.connect(Sender.LOGS);
        long id = source.source().id();
        var word = "w" + Machine.unique("x").replace("-", "");
        machine.hand(
                source,
                ("queue " + word + " holds 7 messages\nqueue " + word + " holds 9 messages\nbye")
                        .getBytes(StandardCharsets.UTF_8));
        machine.say(source, "nothing more");
        var api = http.as(cast.token(cast.hire("engineer")));
        var found = api.get("/api/v1/patterns?source=" + id).expect(200).json().get("items");
        var queue = found.valueStream()
                .filter(each -> each.get("text").asString().contains("holds"))
                .findFirst()
                .orElseThrow();
        assertThat(queue.get("lines").asLong()).isEqualTo(2);
        var course = api.get("/api/v1/patterns/" + id + "/" + queue.get("id").asLong())
                .expect(200)
                .json();
        assertThat(course.get("hours").get(Patterns.WEEK - 1).asLong()).isEqualTo(2);
        assertThat(api.get("/api/v1/lines?q=" + word + "+9").expect(200).json().get("items"))
                .hasSize(1);
        api.get("/api/v1/patterns?source=" + id + "&order=old").expect(422);
        api.get("/api/v1/patterns?source=0").expect(404);
        http.as(cast.token(cast.hire("requester")))
                .get("/api/v1/lines?q=" + word)
                .expect(403);
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
