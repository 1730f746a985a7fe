package dev.qiao.ticket.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.people.Team;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A user, an engineer of a team and a manager, each with a token. */
@QiaoTest
abstract class ApiDesk {
    @Autowired
    Cast cast;

    @Autowired
    Http http;

    @Autowired
    TestClock clock;

    Team team;
    Me user;
    Me lin;
    Http asUser;
    Http asLin;
    Http asManager;

    @BeforeEach
    void aSmallDesk() {
        clock.set(Instant.parse("2026-11-18T01:00:00Z"));
        team = cast.team(null);
        user = cast.hire("requester", cast.organization(false));
        lin = cast.join(team, cast.hire("engineer"));
        asUser = http.as(cast.token(user));
        asLin = http.as(cast.token(lin));
        asManager = http.as(cast.token(cast.hire("manager")));
    }

    long opened(String title) {
        return asUser.post("/api/v1/tickets", Map.of("title", title))
                .expect(201)
                .json()
                .get("number")
                .asLong();
    }

    static String path(long number, String noun) {
        return "/api/v1/tickets/" + number + "/" + noun;
    }

    static void assertProblem(Http.Answer answer, int status, String field) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(List.of(answer.json().get("errors").get(0).get("field").asString()))
                .containsExactly(field);
    }
}
