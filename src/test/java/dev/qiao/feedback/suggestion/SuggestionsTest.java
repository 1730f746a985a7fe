package dev.qiao.feedback.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.channel.Notices;
import dev.qiao.feedback.suggestion.Suggestion.State;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wishes, who wants them too, and the end that each of them has. */
@QiaoTest
class SuggestionsTest {
    @Autowired
    Cast cast;

    @Autowired
    Crowd crowd;

    @Autowired
    People people;

    @Autowired
    Suggestions suggestions;

    @Autowired
    Notices notices;

    @Autowired
    Workers workers;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me dispatcher;
    Instant now;

    @BeforeEach
    void somebody() {
        now = clock.advance(Duration.ofHours(1));
        user = cast.hire("requester", cast.organization(false));
        dispatcher = cast.hire("dispatcher");
    }

    @Test
    void everybodyHasOneVoteHoweverOftenTheyPress() {
        long id = suggestions.make("会议室加投影", "现在要自己带", user, now).id();
        var others = IntStream.range(0, 8).mapToObj(_ -> cast.hire("requester")).toList();
        others.stream()
                .flatMap(me -> List.of(me, me).stream())
                .map(me -> CompletableFuture.runAsync(() -> suggestions.vote(id, true, me, now)))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(suggestions.find(id, user).votes()).isEqualTo(9);
        suggestions.vote(id, false, others.getFirst(), now);
        suggestions.vote(id, false, others.getFirst(), now);
        assertThat(suggestions.find(id, user).votes()).isEqualTo(8);
    }

    @Test
    void theAnswerHasWordsAndWhoeverWishedIsTold() {
        long id = suggestions.make("食堂网速", "", user, now).id();
        assertThatThrownBy(() -> suggestions.answer(id, null, State.DECLINED, " ", dispatcher, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> suggestions.answer(id, null, State.DONE, "好了", user, now))
                .isInstanceOf(Refused.class);
        suggestions.answer(id, 1, State.PLANNED, "下个月换交换机", dispatcher, now);
        assertThatThrownBy(() -> suggestions.answer(id, 1, State.DONE, "换好了", dispatcher, now))
                .as("somebody answered since")
                .isInstanceOf(Refused.class);
        workers.crank(now);
        assertThat(notices.of(user, false, null, 10)).anyMatch(n -> n.key().equals("channel.suggestion_answered"));
        suggestions.answer(id, 2, State.DONE, "换好了", dispatcher, now);
        assertThatThrownBy(() -> suggestions.vote(id, true, dispatcher, now)).isInstanceOf(Refused.class);
        assertThat(suggestions.all(true, user)).anyMatch(s -> s.id() == id);
        assertThat(suggestions.all(false, user)).noneMatch(s -> s.id() == id);
    }

    @Test
    void nobodyWishesForMoreThanFiveThingsADay() {
        for (int i = 0; i < 5; i++) suggestions.make("第" + i, "", user, now);
        assertThatThrownBy(() -> suggestions.make("还有", "", user, now)).isInstanceOf(Refused.class);
        assertThat(suggestions
                        .make("明天", "", user, now.plus(Duration.ofHours(25)))
                        .votes())
                .isOne();
    }

    @Test
    void programsToo() {
        var mine = http.as(cast.token(user));
        long id = mine.post("/api/v1/suggestions", Map.of("title", "打印机放近一点"))
                .expect(201)
                .json()
                .get("id")
                .asLong();
        mine.patch("/api/v1/suggestions/" + id, Map.of("state", "done", "answer", "放好了"))
                .expect(403);
        var done = http.as(cast.token(dispatcher))
                .patch("/api/v1/suggestions/" + id, Map.of("state", "done", "answer", "放好了"))
                .expect(200)
                .json();
        assertThat(done.get("state").asString()).isEqualTo("done");
        assertThat(mine.get("/api/v1/suggestions?over=true").expect(200).text()).contains("打印机放近一点");
        mine.post("/api/v1/suggestions", Map.of("title", "")).expect(422);
    }

    @Test
    void onAPhoneOneWishesAndVotesAndTheDeskAnswersOnThePage() {
        long id = suggestions.make("会议室加投影", "现在要自己带", user, now).id();
        try (var phone = Browser.phone(http.root()).signIn(login(cast.hire("requester")), Crowd.PASSWORD)) {
            phone.open("/suggestions").isAccessible().fits();
            phone.page()
                    .locator("form.vote[action='/suggestions/" + id + "/vote'] button")
                    .click();
            phone.page()
                    .locator("form.vote[action='/suggestions/" + id + "/vote'] [aria-pressed=true]")
                    .waitFor();
            phone.isAccessible().shot("suggestions");
        }
        assertThat(suggestions.find(id, user).votes()).isEqualTo(2);
        try (var desk = Browser.desktop(http.root()).signIn(login(dispatcher), Crowd.PASSWORD)) {
            desk.open("/suggestions/" + id).isAccessible().fits();
            desk.page().locator("[name=state]").selectOption("planned");
            desk.page().locator("[name=answer]").fill("下季度装");
            desk.page().locator("form:has([name=answer]) button.is-primary").click();
            desk.page().locator(".rated-words").getByText("下季度装").waitFor();
            desk.isAccessible().shot("suggestion");
        }
        assertThat(suggestions.find(id, user).state()).isEqualTo(State.PLANNED);
    }

    private String login(Me me) {
        return Objects.requireNonNull(
                crowd.withPassword(people.find(me.id()).orElseThrow(), now).login());
    }
}
