package dev.qiao.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a browser says of where its reader is or wants to go. */
@QiaoTest
class WhereaboutsTest {
    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void onlyAPageOfOursIsLedTo() {
        for (var elsewhere :
                List.of("https://evil.example/", "//evil.example/", "/\\evil.example/", "/\t/evil.example/", "", "x"))
            assertThat(Whereabouts.ours(elsewhere)).as(elsewhere).isEqualTo("/");
        assertThat(Whereabouts.ours("/tickets?q=1")).isEqualTo("/tickets?q=1");
    }

    @Test
    void howAnAddressIsWrittenDoesNotMatter() {
        assertThat(Whereabouts.path("http://desk:8080/people?q=a|b#top")).isEqualTo("/people");
        assertThat(Whereabouts.page("http://desk:8080/people?q=a|{b}#top")).isEqualTo("/people?q=a|{b}");
        assertThat(Whereabouts.path("http://desk:8080/{x}|")).isEqualTo("/{x}|");
        assertThat(Whereabouts.page("http://desk")).isEqualTo("/");
        assertThat(Whereabouts.page("mailto:somebody@desk")).isEqualTo("/");
        assertThat(Whereabouts.path(null)).isEmpty();
    }

    @Test
    void whatWasDoneOnAPageWithAnOddAddressIsNoFailure() {
        var browser = signedIn().with("HX-Request", "true").with("HX-Current-URL", http.root() + "/people?q=a|{b}");
        var answer = browser.form("/appearance", Map.of("size", "large", "back", "/people"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.header("Qiao-Changed")).isEqualTo("/people");
    }

    @Test
    void whoChoosesALookIsNotSentElsewhere() {
        var answer = signedIn().form("/appearance", Map.of("size", "large", "back", "/\t/evil.example/"));
        assertThat(answer.header("Location")).isEqualTo("/");
    }

    private Http signedIn() {
        var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.signIn(Objects.requireNonNull(person.login()), Crowd.PASSWORD).expect(303);
        browser.get("/me").expect(200);
        return browser;
    }
}
