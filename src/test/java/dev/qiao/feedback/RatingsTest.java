package dev.qiao.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Refused.Status;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Journal;
import dev.qiao.people.Organization;
import dev.qiao.ticket.Conversation;
import dev.qiao.ticket.Draft;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may rate what, and until when. */
@QiaoTest
class RatingsTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Tickets tickets;

    @Autowired
    Conversation conversation;

    @Autowired
    Ratings ratings;

    @Autowired
    Journal journal;

    Organization company;
    Me user;
    Me engineer;

    @BeforeEach
    void aSmallDesk() {
        company = cast.organization(false);
        user = cast.hire("requester", company);
        engineer = cast.join(cast.team(null), cast.hire("engineer"));
    }

    @Test
    void theRequesterRatesWhatIsResolved() {
        long number = resolved();
        var rating = ratings.rate(number, 4, " 快 ", user, at(20));

        assertThat(rating).isEqualTo(new Rating(number, user.id(), 4, "快", at(20), at(20)));
        assertThat(ratings.find(number, engineer)).contains(rating);
    }

    @Test
    void whoTookItDownForSomebodyAtTheDeskIsNotTheRequester() {
        var draft = Draft.titled("电话里报的", engineer, Source.PHONE).requester(user.id());
        long number = tickets.open(draft, at(0)).number();
        tickets.accept(number, null, engineer, at(1));
        tickets.hold(number, null, HoldFor.REQUESTER, "问型号", at(600), engineer, at(2));
        conversation.say(number, "请告诉我型号", Audience.PUBLIC, List.of(), engineer, at(3));
        assertThat(tickets.find(number, engineer).stage()).isInstanceOf(Stage.OnHold.class);
        conversation.say(number, "T14", Audience.PUBLIC, List.of(), user, at(4));
        assertThat(tickets.find(number, engineer).stage()).isInstanceOf(Stage.Working.class);
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了", null, engineer, at(10));
        assertThatThrownBy(() -> ratings.rate(number, 5, "", engineer, at(11))).isInstanceOf(Refused.class);
        assertThat(ratings.rate(number, 3, "", user, at(12)).by()).isEqualTo(user.id());
    }

    @Test
    void aSecondRatingTakesThePlaceOfTheFirstAndTheJournalKeepsBoth() {
        long number = resolved();
        ratings.rate(number, 2, "又坏了", user, at(20));
        var second = ratings.rate(number, 5, "", user, at(90));

        assertThat(second.firstAt()).isEqualTo(at(20));
        assertThat(second.at()).isEqualTo(at(90));
        assertThat(journal.of(Tickets.KIND, number, 0, 50).stream()
                        .filter(entry -> entry.is(TicketRated.class))
                        .map(entry -> entry.as(TicketRated.class).stars()))
                .containsExactly(2, 5);
    }

    @Test
    void sayingTheSameTwiceLeavesNoTrace() {
        long number = resolved();
        var first = ratings.rate(number, 3, "还行", user, at(20));

        assertThat(ratings.rate(number, 3, "还行", user, at(30))).isEqualTo(first);
        assertThat(journal.of(Tickets.KIND, number, 0, 50))
                .filteredOn(entry -> entry.is(TicketRated.class))
                .hasSize(1);
    }

    @Test
    void whoReportedForAColleagueMayRateButNotOverTheirRating() {
        var colleague = cast.hire("requester", company);
        long number =
                resolve(tickets.open(Draft.titled("打印机卡纸", user, Source.WEB).requester(colleague.id()), NINE)
                        .number());
        ratings.rate(number, 5, "", user, at(20));

        refused(Status.CONFLICT, "feedback.rated_by_other", () -> ratings.rate(number, 1, "", colleague, at(21)));
    }

    @Test
    void afterFourteenDaysItStands() {
        long number = resolved();
        ratings.rate(number, 5, "", user, at(20));
        var last = at(20).plus(Duration.ofDays(14));

        assertThat(ratings.rate(number, 4, "", user, last).stars()).isEqualTo(4);
        refused(
                Status.CONFLICT,
                "feedback.too_late",
                () -> ratings.rate(number, 1, "", user, last.plus(Duration.ofSeconds(1))));
    }

    @Test
    void whatIsStillOpenOrWasTakenBackIsNotRated() {
        long open = opened();
        refused(Status.CONFLICT, "feedback.not_resolved", () -> ratings.rate(open, 5, "", user, at(1)));

        tickets.close(open, null, user, at(2));
        refused(Status.CONFLICT, "feedback.nothing_done", () -> ratings.rate(open, 5, "", user, at(3)));
    }

    @Test
    void othersCannotRate() {
        long number = resolved();
        refused(Status.FORBIDDEN, "feedback.not_yours", () -> ratings.rate(number, 5, "", engineer, at(20)));
        var stranger = cast.hire("requester", company);
        refused(Status.NOT_FOUND, "ticket.no_such", () -> ratings.rate(number, 5, "", stranger, at(20)));
    }

    @Test
    void badStarsAndWordsNameTheirField() {
        long number = resolved();
        refused(Status.INVALID, "feedback.stars_range", () -> ratings.rate(number, 6, "", user, at(20)));
        refused(Status.INVALID, "feedback.stars_range", () -> ratings.rate(number, null, "", user, at(20)));
        refused(
                Status.INVALID,
                "feedback.words_too_long",
                () -> ratings.rate(number, 5, "好".repeat(2001), user, at(20)));
        refused(Status.INVALID, "feedback.words_unprintable", () -> ratings.rate(number, 5, "a\u0000b", user, at(20)));
    }

    private long opened() {
        return tickets.open(Draft.titled("打印机卡纸", user, Source.WEB), NINE).number();
    }

    private long resolved() {
        return resolve(opened());
    }

    private long resolve(long number) {
        var manager = cast.hire("manager");
        tickets.assign(number, null, engineer.teams().iterator().next(), engineer.id(), null, manager, at(1));
        tickets.resolve(number, null, Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", null, engineer, at(10));
        return number;
    }

    private static Instant at(long minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }

    private static void refused(Status status, String key, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.status()).isEqualTo(status);
            assertThat(refused.problems().getFirst().key()).isEqualTo(key);
        });
    }
}
