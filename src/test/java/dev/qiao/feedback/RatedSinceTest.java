package dev.qiao.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Tickets;
import dev.qiao.ticket.undo.Undos;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A solution that its requester has rated is no longer taken back. */
@QiaoTest
class RatedSinceTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Tickets tickets;

    @Autowired
    Ratings ratings;

    @Autowired
    Undos undos;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me lin;
    Me manager;
    Instant now;
    long number;

    @BeforeEach
    void aSolution() {
        now = clock.instant();
        var team = cast.team(null);
        user = cast.hire("requester");
        lin = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
        number = tickets.open(Draft.titled("打不开", user, Source.WEB), now).number();
        tickets.assign(number, null, team.id(), null, null, manager, now);
        resolve();
    }

    private void resolve() {
        tickets.resolve(number, null, Outcome.FIXED, Cause.SOFTWARE, "修好了", null, lin, now);
    }

    private Http desk(Me me) {
        crowd.withPassword(people.find(me.id()).orElseThrow(), now);
        var desk = http.browser();
        desk.signIn(Objects.requireNonNull(me.login()), Crowd.PASSWORD).expect(303);
        return desk;
    }

    private boolean offered(Me me) {
        return undos.of(tickets.find(number, me), me, now).isPresent();
    }

    @Test
    void theSolutionStandsAndItIsSaidWhy() {
        assertThat(offered(lin)).isTrue();
        ratings.rate(number, 5, null, user, now);
        assertThat(offered(lin)).isFalse();
        var desk = desk(lin);
        desk.get("/tickets/" + number).expect(200);
        var refused = desk.form("POST", "/tickets/" + number + "/undo", Map.of());
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("已评价");
        assertThat(tickets.find(number, lin).stage()).isInstanceOf(Stage.Resolved.class);
    }

    @Test
    void whatWasRatedBeforeItWasReopenedDoesNotStandInTheWay() {
        ratings.rate(number, 2, null, user, now);
        tickets.reopen(number, null, "还是打不开", user, now.plusSeconds(1));
        tickets.resolve(number, null, Outcome.FIXED, Cause.SOFTWARE, "这次好了", null, lin, now.plusSeconds(2));
        undos.takeBack(number, lin, now.plusSeconds(3));
        assertThat(tickets.find(number, lin).stage().open()).isTrue();
    }

    @Test
    void aClosureAfterTheRatingIsTakenBackAsEver() {
        ratings.rate(number, 4, null, user, now);
        tickets.close(number, null, manager, now.plusSeconds(1));
        undos.takeBack(number, manager, now.plusSeconds(2));
        assertThat(tickets.find(number, lin).stage()).isInstanceOf(Stage.Resolved.class);
    }

    @Test
    void ofARatingAndATakingBackAtTheSameMomentOneIsRefusedInWords() {
        for (int i = 0; i < 20; i++) {
            var at = now.plusSeconds(i);
            var rated = CompletableFuture.supplyAsync(() -> refusal(() -> ratings.rate(number, 5, null, user, at)));
            var back = CompletableFuture.supplyAsync(() -> refusal(() -> undos.takeBack(number, lin, at)));
            CompletableFuture.allOf(rated, back).join();
            boolean stands = !tickets.of(List.of(number)).getFirst().stage().open();
            assertThat(List.of(String.valueOf(rated.join()), String.valueOf(back.join())))
                    .isIn(List.of("null", "feedback.rated_since"), List.of("feedback.not_resolved", "null"));
            assertThat(ratings.of(List.of(number)).isEmpty()).isEqualTo(back.join() == null);
            assertThat(stands).isEqualTo(rated.join() == null);
            number = tickets.open(Draft.titled("打不开", user, Source.WEB), now).number();
            tickets.assign(number, null, lin.teams().iterator().next(), null, null, manager, now);
            resolve();
        }
    }

    private static @Nullable String refusal(Runnable act) {
        try {
            act.run();
            return null;
        } catch (Refused refused) {
            return refused.problems().getFirst().key();
        }
    }
}
