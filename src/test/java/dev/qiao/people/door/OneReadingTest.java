package dev.qiao.people.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is the API for one wall is the API for all. */
@QiaoTest
class OneReadingTest {
    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void aCookieWritesNothingThroughAnAddressOfTheApiInDisguise() {
        var now = clock.instant();
        var engineer = crowd.withPassword(crowd.person(now, "engineer"), now);
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(engineer.login()), Crowd.PASSWORD).expect(303);
        for (var disguise : List.of("/%61pi/v1/probe", "/a%70i/v1/probe", "/%61%70%69/v1/probe", "/ap%69/v1/probe"))
            assertThat(browser.post(disguise, "{\"text\":\"forged\",\"count\":1}")
                            .status())
                    .as(disguise)
                    .isEqualTo(400);
    }

    @Test
    void whatStandsBehindTheBeginningMayBeEncoded() {
        var now = clock.instant();
        var api = http.as(crowd.token(crowd.person(now, "requester").id(), Token.Scope.WRITE, now));
        api.get("/api/v1/probe/re%64").expect(200);
        var person = crowd.withPassword(crowd.person(now, "admin"), now);
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD).expect(303);
        browser.get("/search?q=%E6%89%93%E5%8D%B0%E6%9C%BA").expect(200);
        browser.get("/calendars/%E6%89%93").expect(404);
        browser.get("/%E5%B7%A5%E5%8D%95").expect(404);
    }
}
