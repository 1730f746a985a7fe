package dev.qiao.feedback.link;

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
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The star of a mail: looked at by scanners, pressed by a person, once. */
@QiaoTest
class RatingLinksTest {
    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Ratings ratings;

    @Autowired
    RatingLinks links;

    @Autowired
    TestClock clock;

    @Autowired
    Http http;

    Me user;
    Me engineer;
    long number;
    Instant now;

    @BeforeEach
    void somethingIsSolved() {
        now = clock.instant();
        user = cast.hire("requester", cast.organization(false));
        engineer = cast.join(cast.team(null), cast.hire("engineer"));
        number = tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), now).number();
        tickets.assign(number, null, engineer.teams().iterator().next(), engineer.id(), null, Me.QIAO, now);
        resolve();
    }

    private void resolve() {
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, engineer, now);
    }

    private String path() {
        return links.of(number, user.id(), now).orElseThrow().path();
    }

    @Test
    void lookingChangesNothingAndOneButtonSendsTheStars() {
        var path = path();
        var stranger = http.browser();
        for (int i = 0; i < 3; i++)
            assertThat(stranger.get(path + "?stars=2").expect(200).text())
                    .contains("value=\"2\" checked")
                    .contains("打印机卡纸");
        assertThat(ratings.find(number, user)).isEmpty();

        assertThat(stranger.form(path, Map.of("stars", 2, "words", "等了很久")).status())
                .isIn(302, 303);
        assertThat(ratings.find(number, user)).hasValueSatisfying(rating -> {
            assertThat(rating.stars()).isEqualTo(2);
            assertThat(rating.words()).isEqualTo("等了很久");
            assertThat(rating.by()).isEqualTo(user.id());
        });
    }

    @Test
    void usedAgainItSaysSoAndChangesNothing() {
        var path = path();
        var stranger = http.browser();
        stranger.get(path).expect(200);
        stranger.form(path, Map.of("stars", 5));
        assertThat(stranger.get(path + "?stars=1").expect(200).text())
                .contains("已经评过")
                .doesNotContain("type=\"radio\"");
        assertThat(stranger.form(path, Map.of("stars", 1)).status()).isEqualTo(409);
        assertThat(ratings.find(number, user).orElseThrow().stars()).isEqualTo(5);
    }

    @Test
    void ofTwoAtOnceOneCounts() {
        var code = path().substring("/rate/".length());
        var all = List.of(1, 2, 3, 4, 5).stream()
                .map(stars -> CompletableFuture.supplyAsync(() -> {
                    try {
                        links.rate(code, stars, "", now);
                        return 1;
                    } catch (RuntimeException _) {
                        return 0;
                    }
                }))
                .toList();
        assertThat(all.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    }

    @Test
    void whatIsChangedInItOrTooOldOrOfAnEarlierSolutionOpensNothing() {
        var path = path();
        var stranger = http.browser();
        stranger.get(path.replaceFirst("/rate/" + number, "/rate/" + (number + 1)))
                .expect(404);
        stranger.get(path.substring(0, path.length() - 1) + (path.endsWith("A") ? "B" : "A"))
                .expect(404);
        stranger.get("/rate/" + "9".repeat(19) + ".1." + "A".repeat(43)).expect(404);
        var code = path.substring("/rate/".length());
        assertThat(links.of(number, user.id(), now.plus(RatingLinks.LIFE))).isEmpty();

        now = clock.advance(Duration.ofHours(1));
        tickets.reopen(number, null, "还是卡", user, now);
        stranger.get(path).expect(404);
        now = clock.advance(Duration.ofHours(1));
        resolve();
        stranger.get(path).expect(404);
        assertThat(path()).isNotEqualTo("/rate/" + code);
    }

    @Test
    void aLinkOfOneRequesterDoesNotSpeakForAnother() {
        assertThat(links.of(number, engineer.id(), now)).isEmpty();
    }

    @Test
    void whoeverComesTooOftenWaits() {
        var callers = new Callers();
        for (int i = 0; i < 60; i++) callers.count("192.0.2.7");
        assertThatThrownBy(() -> callers.count("192.0.2.7")).isInstanceOf(Refused.class);
        callers.count("192.0.2.8");
    }

    @Test
    void onAPhoneTheStarIsChosenAndOneTapSendsIt() {
        var path = path();
        try (var phone = Browser.phone(http.root())) {
            phone.open(path + "?stars=4").fits().isAccessible().shot("rate-by-mail");
            phone.page().locator("button.is-primary").click();
            phone.page().getByText("已经评过").waitFor();
            phone.fits().isAccessible().shot("rated-by-mail");
        }
        assertThat(ratings.find(number, user).orElseThrow().stars()).isEqualTo(4);
    }
}
