package dev.qiao.people.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.people.Person;
import dev.qiao.people.PersonDraft;
import dev.qiao.people.Rights;
import dev.qiao.people.Token;
import dev.qiao.people.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class TokenTest {
    @Autowired
    Tokens tokens;

    @Autowired
    Rights rights;

    @Autowired
    People people;

    @Autowired
    Db db;

    @Autowired
    Crowd crowd;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    @Test
    void aProgramActsForItsOwner() {
        var person = crowd.person(clock.instant(), "engineer");
        var answer = http.as(token(person, Token.Scope.READ))
                .get("/api/v1/people/" + person.login())
                .expect(200);
        assertThat(answer.json().get("name").asString()).isEqualTo(person.name());
    }

    @Test
    void withoutATokenOrWithAMadeUpOneNothingIsTold() {
        var answer = http.get("/api/v1/people").expect(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        http.as("qiao_made_up").get("/api/v1/people").expect(401);
        http.with("Authorization", "Basic cGV0ZXI6cGFu").get("/api/v1/people").expect(401);
    }

    @Test
    void aTokenThatReadsDoesNotWrite() {
        var person = crowd.person(clock.instant(), "admin");
        var answer = http.as(token(person, Token.Scope.READ)).post("/api/v1/tickets", Map.of("title", "x"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.text()).contains("这个令牌只能读");
    }

    @Test
    void aTokenEndsWithItsTime() {
        var now = clock.instant();
        var person = crowd.person(now, "engineer");
        var secret = token(person, Token.Scope.READ);
        assertThat(tokens.of(secret, now.plus(Duration.ofDays(30)).minusSeconds(1)))
                .isPresent();
        assertThat(tokens.of(secret, now.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void aTokenEndsWhenItIsRevokedOrItsOwnerIsDeactivated() {
        var now = clock.instant();
        var person = crowd.person(now, "engineer");
        var me = rights.of(person.id()).orElseThrow();
        var first = http.as(token(person, Token.Scope.READ));
        var second = http.as(token(person, Token.Scope.READ));
        first.get("/api/v1/teams").expect(200);
        tokens.revoke(tokens.mine(me).getLast().id(), me, now);
        first.get("/api/v1/teams").expect(401);
        second.get("/api/v1/teams").expect(200);
        people.activate(person.id(), false, Me.QIAO, now);
        second.get("/api/v1/teams").expect(401);
    }

    @Test
    void onesTokensAreOnesOwn() {
        var now = clock.instant();
        var person = crowd.person(now, "engineer");
        token(person, Token.Scope.READ);
        var id = tokens.mine(rights.of(person.id()).orElseThrow()).getFirst().id();
        var stranger = crowd.me(now, "admin");
        assertThatThrownBy(() -> tokens.revoke(id, stranger, now)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> tokens.issue(person.id(), "x", Token.Scope.READ, Duration.ofDays(1), stranger, now))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theSecretIsNotStored() {
        var person = crowd.person(clock.instant(), "engineer");
        var secret = token(person, Token.Scope.READ);
        long found = db.sql("select count(*) as n from people.token t where t::text like '%' || :secret || '%'")
                .bind("secret", secret.substring("qiao_".length()))
                .one(row -> row.number("n"));
        assertThat(found).isZero();
    }

    @Test
    void aCookieReadsFromTheApiAndDoesNotWrite() {
        var person = crowd.withPassword(crowd.person(clock.instant(), "admin"), clock.instant());
        var browser = http.browser();
        browser.get("/signin");
        browser.form("/session", Map.of("login", String.valueOf(person.login()), "password", Crowd.PASSWORD))
                .expect(303);
        browser.get("/api/v1/teams").expect(200);
        browser.post("/api/v1/tickets", Map.of("title", "x")).expect(401);
    }

    @Test
    void whoOnlyReportsSeesThemselvesAndWhatTeamsAreCalled() {
        var now = clock.instant();
        var person = crowd.person(now, "requester");
        var other = crowd.person(now, "engineer");
        var requester = http.as(token(person, Token.Scope.READ));
        assertThat(requester.get("/api/v1/people").expect(200).json().get("items"))
                .hasSize(1);
        requester.get("/api/v1/people/" + other.login()).expect(404);
        requester
                .get("/api/v1/teams")
                .expect(200)
                .json()
                .get("items")
                .forEach(team -> assertThat(
                                team.has("members") && !team.get("members").isNull())
                        .isFalse());
    }

    @Test
    void longListsGoOnWhereTheyEnded() {
        var now = clock.instant();
        var mark = crowd.word("mark");
        for (int i = 0; i < 3; i++) {
            people.add(new PersonDraft(mark + "-" + i, mark, null, null, null, 0), Set.of(), Me.QIAO, now);
        }
        var desk = http.as(token(crowd.person(now, "engineer"), Token.Scope.READ));
        var first = desk.get("/api/v1/people?limit=2&q=" + mark).expect(200).json();
        assertThat(first.get("items")).hasSize(2);
        var second = desk.get("/api/v1/people?limit=2&q=" + mark + "&cursor="
                        + first.get("next").asString())
                .expect(200)
                .json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    private String token(Person person, Token.Scope scope) {
        return crowd.token(person.id(), scope, clock.instant());
    }
}
