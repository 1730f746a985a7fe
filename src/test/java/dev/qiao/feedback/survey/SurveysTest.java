package dev.qiao.feedback.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Workers;
import dev.qiao.feedback.Endings;
import dev.qiao.feedback.survey.Question.Kind;
import dev.qiao.feedback.survey.Results.Dimension;
import dev.qiao.feedback.survey.Survey.When;
import dev.qiao.feedback.survey.SurveyDraft.Asked;
import dev.qiao.people.Team;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Questions that are sent by rule, answered once by a link, and counted where there are enough. */
@QiaoTest
class SurveysTest {
    private static final List<Asked> QUESTIONS = List.of(
            new Asked(Kind.STARS, "总的来说满意吗", List.of()),
            new Asked(Kind.YES_NO, "一次就解决了吗", List.of()),
            new Asked(Kind.CHOICE, "怎么联系我们的", List.of("网页", "电话", "邮件")),
            new Asked(Kind.NUMBER, "会推荐给同事吗", List.of()),
            new Asked(Kind.WORDS, "还想说什么", List.of()));

    @Autowired
    Cast cast;

    @Autowired
    Endings endings;

    @Autowired
    Surveys surveys;

    @Autowired
    SurveyLinks links;

    @Autowired
    Results results;

    @Autowired
    Workers workers;

    @Autowired
    Db db;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me manager;
    Me engineer;
    Team team;
    Instant now;

    @BeforeEach
    void aDesk() {
        now = clock.advance(Duration.ofHours(1));
        workers.crank(now);
        team = cast.team(null);
        engineer = cast.join(team, cast.hire("engineer"));
        manager = cast.hire("manager");
    }

    /** Other tests close tickets too. */
    @AfterEach
    void nothingIsSentAnyMore() {
        db.sql("update feedback.survey set active = false").update();
    }

    private long survey(When when, int percent) {
        return surveys.create(new SurveyDraft("季度满意度", "", when, percent, true, QUESTIONS), Me.QIAO, now);
    }

    private long closed(Me requester, boolean restricted) {
        long number = endings.closed(manager, engineer, requester, restricted, now);
        workers.crank(now);
        return number;
    }

    private Me user() {
        return cast.hire("requester", cast.organization(false));
    }

    private Map<String, String> answers(long survey, int stars) {
        var q = surveys.find(survey, manager).questions();
        return Map.of(
                "q" + q.get(0).id(), "" + stars,
                "q" + q.get(1).id(), "1",
                "q" + q.get(2).id(), "2",
                "q" + q.get(3).id(), "9",
                "q" + q.get(4).id(), "来得很快");
    }

    private String code(Me me) {
        return links.waiting(me, now).getFirst().path().substring("/answer/".length());
    }

    @Test
    void whoeverHadATicketClosedIsAskedOnceInThirtyDays() {
        survey(When.CLOSED, 100);
        var user = user();
        closed(user, false);
        closed(user, false);
        assertThat(links.waiting(user, now)).hasSize(1);
        now = clock.advance(Duration.ofDays(31));
        assertThat(links.waiting(user, now)).as("over after thirty days").isEmpty();
        closed(user, false);
        assertThat(links.waiting(user, now)).hasSize(1);
    }

    @Test
    void nobodyIsAskedAboutARestrictedTicketAndOthersNotAfterAVipsIncident() {
        survey(When.VIP_INCIDENT, 100);
        var user = user();
        closed(user, false);
        assertThat(links.waiting(user, now)).isEmpty();
        var vip = cast.hire("requester", cast.organization(true));
        closed(vip, true);
        assertThat(links.waiting(vip, now)).isEmpty();
        closed(vip, false);
        assertThat(links.waiting(vip, now)).hasSize(1);
    }

    @Test
    void inEachQuarterEverybodyIsAskedOnce() {
        var user = user();
        long id = survey(When.QUARTERLY, 100);
        now = clock.advance(Duration.ofMinutes(10));
        workers.crank(now);
        workers.crank(now.plusSeconds(600));
        assertThat(links.waiting(user, now)).hasSize(1);
        assertThat(links.waiting(engineer, now))
                .as("who works here is not asked")
                .isEmpty();
        assertThat(results.of(id, now.minusSeconds(60), manager).sent()).isPositive();
        now = clock.advance(Duration.ofDays(95));
        workers.crank(now);
        assertThat(links.waiting(user, now)).hasSize(1);
    }

    @Test
    void aLinkIsAnsweredOnceAndLookingChangesNothing() {
        long id = survey(When.CLOSED, 100);
        var user = user();
        closed(user, false);
        var path = "/answer/" + code(user);
        var stranger = http.browser();
        for (int i = 0; i < 3; i++)
            assertThat(stranger.get(path).expect(200).text()).contains("总的来说满意吗");
        assertThat(stranger.form(path, Map.of()).status()).isEqualTo(422);
        var q = surveys.find(id, manager).questions();
        assertThat(stranger.form(path, Map.of("q" + q.getFirst().id(), "6")).status())
                .isEqualTo(422);
        assertThat(results.of(id, now.minusSeconds(60), manager).answered()).isZero();
        assertThat(stranger.form(path, answers(id, 4)).status()).isIn(302, 303);
        assertThat(stranger.get(path).expect(200).text()).contains("已经答过").doesNotContain("radio");
        assertThat(stranger.form(path, answers(id, 1)).status()).isEqualTo(409);
        var found = results.of(id, now.minusSeconds(60), manager);
        assertThat(found.answered()).isOne();
        assertThat(found.questions().getFirst().counts()).containsOnly(Map.entry(4, 1L));
        assertThat(found.comments())
                .singleElement()
                .satisfies(c -> assertThat(c.words()).isEqualTo("来得很快"));
        stranger.get(path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"))
                .expect(404);
    }

    @Test
    void ofFewerThanFiveAnswersNothingIsConcluded() {
        long id = survey(When.CLOSED, 100);
        for (int i = 1; i <= Results.LEAST; i++) {
            var found = results.of(id, now.minusSeconds(60), manager);
            found.groups()
                    .get(Dimension.TEAM)
                    .forEach(g -> assertThat(g.percent()).isEmpty());
            var user = user();
            closed(user, false);
            links.answer(code(user), answers(id, i == 1 ? 2 : 5), now);
        }
        var found = results.of(id, now.minusSeconds(60), manager);
        assertThat(found.groups().get(Dimension.TEAM)).singleElement().satisfies(g -> {
            assertThat(g.key()).isEqualTo(team.id());
            assertThat(g.percent()).hasValue(80);
        });
        assertThat(found.groups().get(Dimension.PERSON))
                .singleElement()
                .satisfies(g -> assertThat(g.key()).isEqualTo(engineer.id()));
        assertThatThrownBy(() -> results.of(id, now, engineer)).isInstanceOf(Refused.class);
    }

    @Test
    void whatSomebodyWroteIsNotShownToWhoDoesNotSeeTheTicketAnyMore() {
        long id = survey(When.CLOSED, 100);
        var user = user();
        long number = closed(user, false);
        links.answer(code(user), answers(id, 5), now);
        db.sql("update ticket.ticket set restricted = true where number = :number")
                .bind("number", number)
                .updateOne();
        assertThat(results.of(id, now.minusSeconds(60), cast.hire("manager")).comments())
                .isEmpty();
    }

    @Test
    void aQuestionThatIsChangedIsAnotherOneAndEarlierAnswersStay() {
        long id = survey(When.CLOSED, 100);
        var user = user();
        closed(user, false);
        links.answer(code(user), answers(id, 5), now);
        var before = surveys.find(id, manager);
        var changed = new java.util.ArrayList<>(QUESTIONS);
        changed.set(0, new Asked(Kind.STARS, "这次满意吗", List.of()));
        surveys.update(
                id, before.version(), new SurveyDraft("季度满意度", "", When.CLOSED, 100, true, changed), Me.QIAO, now);
        assertThat(surveys.find(id, manager).questions().get(1).id())
                .isEqualTo(before.questions().get(1).id());
        assertThat(results.of(id, now.minusSeconds(60), manager).questions())
                .anyMatch(a -> a.question().text().equals("总的来说满意吗") && a.n() == 1);
        assertThatThrownBy(() -> surveys.update(
                        id, before.version(), new SurveyDraft("x", "", When.CLOSED, 1, true, QUESTIONS), Me.QIAO, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> surveys.create(
                        new SurveyDraft(
                                "x", "", When.CLOSED, 100, true, List.of(new Asked(Kind.CHOICE, "选", List.of("一")))),
                        Me.QIAO,
                        now))
                .isInstanceOf(Refused.class);
    }
}
