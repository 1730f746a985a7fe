package dev.qiao.people.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.people.Person;
import dev.qiao.people.Rights;
import dev.qiao.people.Roles;
import dev.qiao.people.Sessions;
import dev.qiao.people.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The second factor, from setting it up to losing it. */
@QiaoTest
class FactorsTest {
    @Autowired
    Factors factors;

    @Autowired
    FactorSql sql;

    @Autowired
    Strongbox strongbox;

    @Autowired
    SignIn signIn;

    @Autowired
    Sessions sessions;

    @Autowired
    Roles roles;

    @Autowired
    Rights rights;

    @Autowired
    Crowd crowd;

    @Autowired
    Cast cast;

    @Autowired
    TestClock clock;

    @Autowired
    Db db;

    @Autowired
    Http http;

    Instant now;
    Person wei;
    Me me;

    @BeforeEach
    void somebodyWithAPassword() {
        now = clock.advance(Duration.ofMinutes(5));
        cast.hire("admin");
        wei = crowd.withPassword(crowd.person(now, "engineer"), now);
        me = rights.of(wei.id()).orElseThrow();
    }

    @Test
    void thePictureSaysWhatAnAuthenticatorReads() throws Exception {
        factors.begin(me.id());
        var enrolment = factors.enrolment(me.id()).orElseThrow();
        assertThat(OneTimeCodeTest.read(enrolment.picture()))
                .startsWith("otpauth://totp/")
                .contains(":" + wei.login() + "?secret=" + enrolment.secret() + "&issuer=");
    }

    @Test
    void onceSetUpThePasswordAloneOpensNothing() {
        setUp();
        var half = in();
        assertThat(half.whole()).isFalse();
        assertThat(sessions.of(half.secret(), now)).isEmpty();
        var whole = signIn.byCode(half.secret(), code(now), source(), now);
        assertThat(sessions.of(whole.secret(), now)).isPresent();
        assertThat(whole.secret()).isNotEqualTo(half.secret());
        assertThat(sessions.half(half.secret(), now)).isEmpty();
    }

    @Test
    void aHalfSessionIsOverAfterTenMinutes() {
        setUp();
        var half = in();
        var late = now.plus(Duration.ofMinutes(10));
        assertThatThrownBy(() -> signIn.byCode(half.secret(), code(late), source(), late))
                .hasMessage("people.totp.over");
    }

    @Test
    void aResetLinkDoesNotGoAroundIt() {
        setUp();
        crowd.withPassword(wei, now);
        int whole = db.sql("select count(*)::int as n from people.session where person_id = :p and not half")
                .bind("p", wei.id())
                .one(row -> row.integer("n"));
        assertThat(whole).isZero();
    }

    @Test
    void codesOfTheStepBeforeAndAfterAreTakenButEachOnlyOnce() {
        setUp();
        var later = now.plus(Duration.ofMinutes(5));
        factors.show(me.id(), code(later.minusSeconds(30)), later);
        factors.show(me.id(), code(later), later);
        wrong(code(later), later);
        wrong(code(later.minusSeconds(30)), later);
        factors.show(me.id(), code(later.plusSeconds(30)), later);
        wrong(code(later.plusSeconds(30)), later.plusSeconds(30));
        wrong(code(later.plusSeconds(120)), later);
    }

    @Test
    void guessingIsSlowedAndAGoodCodeIsNotTakenMeanwhile() {
        setUp();
        var later = now.plus(Duration.ofMinutes(5));
        for (int guess = 0; guess < 5; guess++) wrong("00000" + guess + "0", later);
        assertThatThrownBy(() -> factors.show(me.id(), code(later), later)).hasMessage("people.wait");
        factors.show(me.id(), code(later.plusSeconds(30)), later.plusSeconds(30));
    }

    @Test
    void aCodeFromPaperWorksOnce() {
        factors.begin(me.id());
        var paper = factors.enrolment(me.id()).orElseThrow().recovery();
        assertThat(paper).hasSize(10).doesNotHaveDuplicates();
        factors.show(me.id(), code(now), now);
        var typed = paper.get(3).toLowerCase(java.util.Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
        factors.show(me.id(), typed, now);
        wrong(typed, now);
        assertThat(factors.recoveryLeft(me.id())).isEqualTo(9);
    }

    @Test
    void whatIsStoredIsNeitherTheSecretNorACodeAndOpensForItsOwnerOnly() {
        factors.begin(me.id());
        var enrolment = factors.enrolment(me.id()).orElseThrow();
        factors.show(me.id(), code(now), now);
        var stored = sql.find(me.id()).orElseThrow();
        assertThat(Base32.of(stored.secret())).doesNotContain(enrolment.secret());
        assertThat(stored.recovery()).doesNotContainAnyElementsOf(enrolment.recovery());
        assertThat(factors.enrolment(me.id())).isEmpty();
        assertThatThrownBy(() -> strongbox.open(me.id() + 1, stored.secret()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAdministratorResetsWhatIsLostAndTokensWorkAllTheTime() {
        var token = http.as(cast.token(me));
        setUp();
        token.get("/api/v1/people/" + wei.login()).expect(200);
        assertThatThrownBy(() -> factors.reset(me.id(), me, now)).isInstanceOf(Refused.class);
        factors.reset(me.id(), cast.hire("admin"), now);
        assertThat(in().whole()).isTrue();
    }

    @Test
    void aRoleThatDemandsItLetsInWhoIsInAndHasTheOthersSetItUp() {
        var admin = cast.hire("admin");
        var role = roles.add(crowd.word("role"), "值班长", Set.of(Permission.REQUEST), admin, now);
        var before = in();
        roles.grant(me.id(), Set.of(role.code()), admin, now);
        factors.demand(role.code(), true, admin, now);
        assertThat(sessions.of(before.secret(), now)).isPresent();

        var half = in();
        assertThat(half.whole()).isFalse();
        assertThat(signIn.byCode(half.secret(), code(now), source(), now).whole())
                .isTrue();
        assertThatThrownBy(() -> factors.remove(code(now.plusSeconds(60)), me, now.plusSeconds(60)))
                .hasMessage("people.totp.demanded");
        factors.demand(role.code(), false, admin, now);
        factors.remove(code(now.plusSeconds(60)), me, now.plusSeconds(60));
        assertThat(in().whole()).isTrue();
    }

    @Test
    void theWholeStoryInABrowser() {
        try (var browser = Browser.desktop(http.root()).signIn(String.valueOf(wei.login()), Crowd.PASSWORD)) {
            browser.open("/me/factor");
            browser.page().locator("#factor button").click();
            browser.page().locator(".qr").waitFor();
            browser.isAccessible().fits().shot("factor");
            browser.page().locator("[name=code]").fill("000000");
            browser.page().locator("#factor button.is-primary").click();
            browser.page().getByText("验证码不对或已用过").waitFor();
            browser.page().locator("[name=code]").fill(code(clock.instant()));
            browser.page().locator("#factor button.is-primary").click();
            browser.page().getByText("备用码还剩10个").waitFor();
            browser.isAccessible().fits();
        }
        var later = clock.advance(Duration.ofMinutes(1));
        try (var phone = Browser.phone(http.root())) {
            phone.open("/signin?to=/inbox");
            phone.page().locator("[name=login]").fill(String.valueOf(wei.login()));
            phone.page().locator("[name=password]").fill(Crowd.PASSWORD);
            phone.page().locator("button.is-primary").click();
            phone.page().waitForURL("**/signin/code**");
            phone.isAccessible().fits().shot("factor-code");
            phone.page().locator("[name=code]").fill(code(later));
            phone.page().locator("button.is-primary").click();
            phone.page().waitForURL("**/inbox");
            var last = clock.advance(Duration.ofMinutes(1));
            phone.open("/me/factor");
            phone.page().locator("[name=code]").fill(code(last));
            phone.page().locator("#factor button.is-broken").click();
            phone.page().locator("#factor button.is-primary").waitFor();
            phone.isAccessible().fits();
        }
    }

    @Test
    void anAdministratorDemandsItOnAPage() {
        var admin = crowd.withPassword(crowd.person(now, "admin"), now);
        var role = roles.add(crowd.word("role"), "值班员", Set.of(Permission.REQUEST), cast.hire("admin"), now);
        setUp();
        try (var browser = Browser.desktop(http.root()).signIn(String.valueOf(admin.login()), Crowd.PASSWORD)) {
            browser.open("/factors");
            browser.page().locator("#role-" + role.code() + " button").click();
            browser.page().locator("#role-" + role.code() + " .mark").waitFor();
            browser.isAccessible().fits().shot("factors");
            browser.page().locator("#holder-" + wei.id() + " button").click();
            browser.page()
                    .locator("#holder-" + wei.id())
                    .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
        }
        assertThat(factors.demanding(cast.hire("admin"))).contains(role.id());
        factors.demand(role.code(), false, cast.hire("admin"), now);
        assertThat(factors.stands(wei.id())).isFalse();
    }

    @Test
    void aPasswordAloneReachesNoPage() {
        setUp();
        var browser = http.browser();
        browser.get("/signin");
        var answer = browser.form("/session", Map.of("login", String.valueOf(wei.login()), "password", Crowd.PASSWORD))
                .expect(303);
        assertThat(answer.header("Location")).contains("/signin/code");
        browser.with("Accept", "text/html").get("/me").expect(303);
        browser.get("/signin/code").expect(200);
        browser.with("Accept", "text/html").get("/me/factor").expect(303);
    }

    private void setUp() {
        factors.begin(me.id());
        factors.show(me.id(), code(now.minusSeconds(30)), now);
    }

    private String code(Instant at) {
        var factor = sql.find(me.id()).orElseThrow();
        return OneTimeCode.of(strongbox.open(me.id(), factor.secret()), OneTimeCode.step(at), OneTimeCode.DIGITS);
    }

    private void wrong(String code, Instant at) {
        assertThatThrownBy(() -> factors.show(me.id(), code, at)).hasMessage("people.totp.wrong");
    }

    private SignIn.In in() {
        return signIn.byPassword(String.valueOf(wei.login()), Crowd.PASSWORD, source(), now);
    }

    private static SignIn.Source source() {
        return Crowd.source("192.0.2.77");
    }
}
