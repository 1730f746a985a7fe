package dev.qiao.ticket.form.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form that is taken out of use while somebody fills it in takes nobody's words away. */
@QiaoTest
class FormRetiredTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Http asAdmin;
    Me he;
    String code;

    @BeforeEach
    void aFormThatIsAsked() {
        asAdmin = http.as(cast.token(cast.hire("admin")));
        he = able();
        code = crowd.word("gone").toLowerCase(Locale.ROOT);
        asAdmin.post("/api/v1/forms", Map.of("code", code, "name", "领用" + code)).expect(201);
        var field = Map.of(
                "code", "what", "label", "领什么", "required", false, "shape", Map.of("kind", "text", "lines", false));
        asAdmin.post("/api/v1/forms/" + code + "/versions", Map.of("fields", List.of(field)))
                .expect(201);
    }

    @Test
    void whatWasTypedStandsThereAndIsSentThoughItIsAskedNoMore() {
        try (var browser = as(he)) {
            var page = browser.open("/my/new?form=" + code).page();
            page.waitForResponse(answer -> answer.url().endsWith("/drafts"), () -> {
                page.locator("#words").fill("周五前要");
                page.locator("[name='fields.what']").fill("两台显示器");
            });
            assertThat(page.locator(".saved").first()).containsText("草稿已存");
            asAdmin.post("/api/v1/forms/" + code + "/retirement").expect(204);
            browser.open("/my/new?form=" + code);
            assertThat(page.getByText("已停用")).isVisible();
            assertThat(page.locator("#words")).hasValue("周五前要");
            assertThat(page.locator("[name='fields.what']")).hasValue("两台显示器");
            browser.isAccessible().fits().shot("form-out-of-use");

            browser.open("/my/new");
            page.locator("a[href='/my/new?form=" + code + "']").click();
            assertThat(page.locator("[name='fields.what']")).hasValue("两台显示器");
            page.locator(".send button").click();
            page.waitForURL(Pattern.compile(".*/my/\\d+"));
            assertThat(page.getByText("两台显示器").first()).isVisible();
            browser.open("/my/new?form=" + code);
            assertThat(page.locator("[name='fields.what']")).hasCount(0);
        }
    }

    @Test
    void atTheDeskToo() {
        var zhou = cast.join(cast.team(null), cast.hire("engineer"));
        crowd.withPassword(people.find(zhou.id()).orElseThrow(), clock.instant());
        try (var browser = as(zhou)) {
            var page = browser.open("/tickets/new?form=" + code).page();
            page.waitForResponse(
                    answer -> answer.url().endsWith("/drafts"),
                    () -> page.locator("[name='fields.what']").fill("两台显示器"));
            asAdmin.post("/api/v1/forms/" + code + "/retirement").expect(204);
            browser.open("/tickets/new");
            page.locator("a[href='/tickets/new?form=" + code + "']").click();
            assertThat(page.getByText("已停用")).isVisible();
            assertThat(page.locator("[name='fields.what']")).hasValue("两台显示器");
            browser.settled().isAccessible().fits();
        }
    }

    @Test
    void whoTypedNothingIsNotAskedAnyMore() {
        asAdmin.post("/api/v1/forms/" + code + "/retirement").expect(204);
        try (var browser = as(he)) {
            browser.open("/my/new?form=" + code);
            assertThat(browser.page().locator("[name='fields.what']")).hasCount(0);
            browser.open("/my/new");
            assertThat(browser.page().locator("a[href='/my/new?form=" + code + "']"))
                    .hasCount(0);
        }
    }

    private Me able() {
        var me = cast.hire("requester", cast.organization(false));
        crowd.withPassword(people.find(me.id()).orElseThrow(), clock.instant());
        return me;
    }

    private Browser as(Me me) {
        return Browser.phone(http.root()).signIn(Objects.requireNonNull(me.login()), Crowd.PASSWORD);
    }
}
