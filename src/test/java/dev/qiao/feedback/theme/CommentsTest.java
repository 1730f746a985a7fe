package dev.qiao.feedback.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Browser;
import dev.qiao.Cast;
import dev.qiao.Http;
import dev.qiao.QiaoTest;
import dev.qiao.TestClock;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.feedback.Ratings;
import dev.qiao.people.Crowd;
import dev.qiao.people.People;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people wrote, told apart by words that an administrator lists. */
@QiaoTest
class CommentsTest {
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
    Themes themes;

    @Autowired
    Comments comments;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    List<Theme> before;
    Instant now;
    Me lead;
    Me engineer;

    @BeforeEach
    void twoThemes() {
        now = clock.advance(Duration.ofHours(1));
        before = themes.all();
        themes.change(
                List.of(new Theme("速度", List.of("慢", "等", " 快 ", "")), new Theme("态度", List.of("态度", "Friendly"))),
                Me.QIAO,
                now);
        lead = cast.hire("lead");
        var team = cast.team(lead);
        lead = cast.join(team, lead);
        engineer = cast.join(team, cast.hire("engineer"));
    }

    @AfterEach
    void asBefore() {
        themes.change(before, Me.QIAO, clock.instant());
    }

    private void rated(int stars, String words) {
        var user = cast.hire("requester", cast.organization(false));
        long number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), now).number();
        tickets.assign(number, null, engineer.teams().iterator().next(), engineer.id(), null, Me.QIAO, now);
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, engineer, now);
        ratings.rate(number, stars, words, user, now);
    }

    @Test
    void aCommentBelongsToEveryThemeOfWhichItHoldsAWord() {
        rated(1, "等了三天，态度也不好");
        rated(5, "very FRIENDLY");
        rated(3, "还行");
        rated(5, "");
        var groups = comments.since(now, lead);
        assertThat(groups).extracting(Comments.Group::name).containsExactly("速度", "态度", "");
        assertThat(groups).extracting(g -> g.comments().size()).containsExactly(1, 2, 1);
        assertThat(groups.getFirst().low()).isOne();
        assertThat(themes.all().getFirst().words()).containsExactly("慢", "等", "快");
        assertThatThrownBy(() -> comments.since(now, engineer)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> themes.change(List.of(new Theme("空", List.of())), Me.QIAO, now))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> themes.change(List.of(), lead, now)).isInstanceOf(Refused.class);
    }

    @Test
    void nobodyReadsWhatWasWrittenAboutATicketThatTheyDoNotSee() {
        rated(1, "等了三天");
        var other = cast.hire("lead");
        var theirs = cast.join(cast.team(other), other);
        assertThat(comments.since(now, theirs))
                .allSatisfy(g -> assertThat(g.comments()).isEmpty());
    }

    @Test
    void themesAreListedByLineAndFiguresOpenTheirComments() {
        rated(2, "等太久了");
        var admin = cast.hire("admin");
        try (var desk = Browser.desktop(http.root()).signIn(login(admin), Crowd.PASSWORD)) {
            desk.open("/themes").isAccessible().fits();
            desk.page().locator("[name=themes]").fill("等待：等，久\n态度: 态度");
            desk.page()
                    .waitForResponse(
                            answer -> answer.request().method().equals("POST"),
                            () -> desk.page()
                                    .locator("form.form button.is-primary")
                                    .click());
        }
        assertThat(themes.all()).extracting(Theme::name).containsExactly("等待", "态度");
        try (var desk = Browser.desktop(http.root()).signIn(login(lead), Crowd.PASSWORD)) {
            desk.open("/comments").isAccessible().fits().shot("comments");
            desk.page().locator("tbody tr:first-child a").click();
            desk.page().locator(".lines .said").getByText("等太久了").waitFor();
        }
        var json = http.as(cast.token(lead))
                .get("/api/v1/comments?days=1")
                .expect(200)
                .json();
        assertThat(json.get("items").get(0).get("theme").asString()).isEqualTo("等待");
    }

    private String login(Me me) {
        return Objects.requireNonNull(
                crowd.withPassword(people.find(me.id()).orElseThrow(), now).login());
    }
}
