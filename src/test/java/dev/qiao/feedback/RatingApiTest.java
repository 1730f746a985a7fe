package dev.qiao.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.Http.Answer;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Crowd;
import dev.qiao.people.Token;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Rating over the API, to the row and back. */
@QiaoTest
class RatingApiTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    Tickets tickets;

    @Autowired
    Ratings ratings;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me engineer;
    long number;

    @BeforeEach
    void somethingIsSolved() {
        user = cast.hire("requester", cast.organization(false));
        engineer = cast.join(cast.team(null), cast.hire("engineer"));
        number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), clock.instant())
                .number();
        var team = engineer.teams().iterator().next();
        tickets.assign(number, null, team, engineer.id(), null, cast.hire("manager"), clock.instant());
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, engineer, clock.instant());
    }

    @Test
    void theFirstRatingIsCreatedAndTheSecondTakesItsPlace() {
        var first = rate(user, Map.of("stars", 4, "words", "快")).expect(201).json();
        assertThat(first.get("number").asLong()).isEqualTo(number);
        assertThat(first.get("stars").asInt()).isEqualTo(4);
        assertThat(first.get("by").get("code").asString()).isEqualTo(user.login());

        rate(user, Map.of("stars", 2)).expect(200);
        assertThat(ratings.find(number, user)).hasValueSatisfying(rating -> {
            assertThat(rating.stars()).isEqualTo(2);
            assertThat(rating.words()).isEmpty();
        });
        assertThat(as(engineer).get(path()).expect(200).json().get("stars").asInt())
                .isEqualTo(2);
    }

    @Test
    void whoeverDidNotAskIsRefused() {
        rate(engineer, Map.of("stars", 5)).expect(403);
        rate(cast.hire("requester"), Map.of("stars", 5)).expect(404);
        assertThat(ratings.find(number, user)).isEmpty();
    }

    @Test
    void badRatingsNameTheirField() {
        assertThat(rate(user, Map.of("stars", 6)).expect(422).json().toString()).contains("\"field\":\"stars\"");
        assertThat(rate(user, Map.of("words", "好")).expect(422).json().toString())
                .contains("\"field\":\"stars\"");
        assertThat(rate(user, Map.of("stars", "many")).status()).isBetween(400, 422);
        assertThat(rate(user, Map.of("stars", 5, "mood", "good")).status()).isBetween(400, 422);
        assertThat(ratings.find(number, user)).isEmpty();
    }

    @Test
    void whoSawAnOlderTicketIsToldSoAndRatesNothing() {
        int version = tickets.find(number, user).version();
        as(user).with("If-Match", "\"v" + (version - 1) + "\"")
                .post(path(), Map.of("stars", 5))
                .expect(412);
        assertThat(ratings.find(number, user)).isEmpty();
        as(user).with("If-Match", "\"v" + version + "\"")
                .post(path(), Map.of("stars", 5))
                .expect(201);
    }

    @Test
    void whatIsNotRatedHasNoRating() {
        as(user).get(path()).expect(404);
    }

    @Test
    void theTicketSaysThatItMayBeRated() {
        var ticket = as(user).get("/api/v1/tickets/" + number).expect(200).json();
        assertThat(ticket.get("allowed").toString()).contains("\"rating\"");
        var theirs = as(engineer).get("/api/v1/tickets/" + number).expect(200).json();
        assertThat(theirs.get("allowed").toString()).doesNotContain("\"rating\"");
    }

    private Answer rate(Me me, Map<String, ?> body) {
        return as(me).post(path(), body);
    }

    private Http as(Me me) {
        return http.as(crowd.token(me.id(), Token.Scope.WRITE, clock.instant()));
    }

    private String path() {
        return "/api/v1/tickets/" + number + "/rating";
    }
}
