package dev.qiao.people.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.people.Crowd;
import dev.qiao.people.FirstAdministrator;
import dev.qiao.people.Person;
import dev.qiao.people.PersonDraft;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class SignInPageTest {
    @Autowired
    Crowd crowd;

    @Autowired
    FirstAdministrator first;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @BeforeEach
    void somebodyHasTakenTheDeskOver() {
        if (first.wanted()) {
            var draft = new PersonDraft(crowd.word("admin"), "Admin", null, null, null, 0);
            first.create(draft, Crowd.PASSWORD, clock.instant());
        }
    }

    @Test
    void theRightPasswordLetsIn() {
        var browser = http.browser();
        browser.get("/signin").expect(200);
        var answer =
                browser.form("/session", Map.of("login", login(somebody()), "password", Crowd.PASSWORD, "to", "/me"));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/me");
        assertThat(answer.response().headers().allValues("Set-Cookie"))
                .anyMatch(c -> c.startsWith("qiao=") && c.contains("HttpOnly") && c.contains("SameSite=Lax"));
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginAreToldTheSame() {
        var browser = http.browser();
        browser.get("/signin").expect(200);
        browser = browser.with("HX-Request", "true");
        var wrong = browser.form("/session", Map.of("login", login(somebody()), "password", "something else"));
        var unknown = browser.form("/session", Map.of("login", crowd.word("ghost"), "password", "something else"));
        assertThat(wrong.status()).isEqualTo(unknown.status()).isEqualTo(422);
        assertThat(wrong.text()).isEqualTo(unknown.text());
    }

    @Test
    void aPasswordCanBeLookedAtWhileItIsTyped() {
        try (var browser = Browser.desktop(http.root())) {
            var page = browser.open("/signin").isAccessible().page();
            page.fill("#password", "abc");
            page.click("[data-reveals=password]");
            assertThat(page.getAttribute("#password", "type")).isEqualTo("text");
            assertThat(page.getAttribute("[data-reveals=password]", "aria-pressed"))
                    .isEqualTo("true");
            page.click("[data-reveals=password]");
            assertThat(page.getAttribute("#password", "type")).isEqualTo("password");
        }
    }

    @Test
    void aFormWithoutItsForgeryTokenIsRefused() {
        var answer = http.form("/session", Map.of("login", login(somebody()), "password", Crowd.PASSWORD));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("刷新后再试");
    }

    @Test
    void theSignInLeadsToNoOtherSite() {
        var login = login(somebody());
        for (var elsewhere :
                List.of("https://evil.example/", "//evil.example/", "/\\evil.example/", "/\t/evil.example/")) {
            var browser = http.browser();
            browser.get("/signin").expect(200);
            var answer = browser.form("/session", Map.of("login", login, "password", Crowd.PASSWORD, "to", elsewhere));
            assertThat(answer.header("Location")).as(elsewhere).isEqualTo("/");
        }
    }

    @Test
    void everyAnswerForbidsWhatAPageDoesNotNeed() {
        var answer = http.get("/signin").expect(200);
        assertThat(answer.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    private Person somebody() {
        return crowd.withPassword(crowd.person(clock.instant(), "engineer"), clock.instant());
    }

    private static String login(Person person) {
        return Objects.requireNonNull(person.login());
    }
}
