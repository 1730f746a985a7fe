package dev.qiao.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.Closed;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Stage.OnHold;
import dev.qiao.ticket.Stage.Resolved;
import dev.qiao.ticket.Stage.Waiting;
import dev.qiao.ticket.Stage.Working;
import dev.qiao.ticket.Ticket.Place;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The table of acts, without anything around it. */
class TicketTest {
    private static final Instant NINE = Instant.parse("2026-11-18T01:00:00Z");
    private static final long LIN = 7;
    private static final long WU = 8;

    private final Ticket waiting = new Ticket(
            20437,
            1,
            new Matter(Kind.INCIDENT, "打印机卡纸", "", null, null, null, 3, 3, Source.WEB, null, List.of(), false, false),
            new Weight(Level.MEDIUM, Level.MEDIUM, Priority.NORMAL, null),
            new Place(1L, null, 1),
            new Waiting(NINE),
            Times.opened(NINE),
            Ticket.Tally.NONE);
    private final Ticket working = waiting.accept(LIN, at(5));
    private final Ticket held = working.hold(HoldFor.REQUESTER, "等截图", at(60), at(6));
    private final Ticket resolved = working.resolve(fixed(LIN, at(10)), at(600), at(10));
    private final Ticket closed = resolved.close(at(20));

    @Test
    void acceptingAnswersTheFirstTimeOnly() {
        assertThat(working.stage()).isEqualTo(new Working(LIN, at(5)));
        assertThat(working.times().respondedAt()).isEqualTo(at(5));
        var again = working.handBack(at(7)).accept(WU, at(8));
        assertThat(again.times().acceptedAt()).isEqualTo(at(5));
        assertThat(again.times().respondedAt()).isEqualTo(at(5));
    }

    @Test
    void aDoubleClickIsNotAnError() {
        assertThat(working.accept(LIN, at(6))).isSameAs(working);
        assertThat(closed.close(at(30))).isSameAs(closed);
    }

    @Test
    void aSecondEngineerIsToldWhoHasIt() {
        assertThatThrownBy(() -> working.accept(WU, at(6))).isInstanceOfSatisfying(Refused.class, r -> {
            assertThat(r.status()).isEqualTo(Refused.Status.CONFLICT);
            assertThat(r.problems().getFirst().arguments()).containsExactly(LIN);
        });
    }

    @Test
    void handingBackLeavesItWithTheTeamAndNobody() {
        var back = working.handBack(at(7));
        assertThat(back.stage()).isEqualTo(new Waiting(at(7)));
        assertThat(back.place().team()).isEqualTo(1L);
        assertThat(back.place().person()).isNull();
        assertThat(back.tally().handedOver()).isEqualTo(1);
    }

    @Test
    void assigningWhatNobodyHasIsNoHandOver() {
        assertThat(waiting.assign(1L, WU, at(1)).tally().handedOver()).isZero();
        assertThat(waiting.assign(2L, null, at(1)).tally().handedOver()).isEqualTo(1);
        assertThat(working.assign(1L, WU, at(6)).stage()).isInstanceOf(Waiting.class);
    }

    @Test
    void aHeldTicketComesBackToWhoHadIt() {
        assertThat(held.resume(at(9)).stage()).isEqualTo(new Working(LIN, at(9)));
        var unowned = waiting.hold(HoldFor.SUPPLIER, "等备件", at(60), at(1));
        assertThat(unowned.resume(at(9)).stage()).isEqualTo(new Waiting(at(9)));
    }

    @Test
    void theRequestersAnswerBringsBackOnlyWhatWaitedForIt() {
        assertThat(held.commented(false, true, at(9)).stage()).isInstanceOf(Working.class);
        var forSupplier = working.hold(HoldFor.SUPPLIER, "等备件", at(60), at(6));
        assertThat(forSupplier.commented(false, true, at(9)).stage()).isInstanceOf(OnHold.class);
        assertThat(held.commented(true, false, at(9)).stage()).isInstanceOf(OnHold.class);
    }

    @Test
    void resolvingFromWaitingAcceptsAtOnce() {
        var atOnce = waiting.resolve(fixed(WU, at(3)), at(600), at(3));
        assertThat(atOnce.stage())
                .isInstanceOfSatisfying(
                        Resolved.class, r -> assertThat(r.engineer()).isEqualTo(WU));
        assertThat(atOnce.times().respondedAt()).isEqualTo(at(3));
    }

    @Test
    void resolvingFromHoldAcceptsTooWhereNobodyHadIt() {
        var unowned = waiting.hold(HoldFor.SUPPLIER, "等备件", at(60), at(1));
        var atOnce = unowned.resolve(fixed(WU, at(3)), at(600), at(3));
        assertThat(atOnce.times().acceptedAt()).isEqualTo(at(3));
        assertThat(atOnce.place().person()).isEqualTo(WU);
        var owned = held.resolve(fixed(WU, at(9)), at(600), at(9));
        assertThat(owned.times().acceptedAt()).isEqualTo(at(5));
        assertThat(owned.stage().owner()).isEqualTo(LIN);
    }

    @Test
    void reopeningGoesBackToTheSameEngineer() {
        var back = closed.reopen(at(30));
        assertThat(back.stage()).isEqualTo(new Working(LIN, at(30)));
        assertThat(back.tally().reopened()).isEqualTo(1);
        assertThat(back.times().resolvedAt()).isNull();
        assertThat(back.times().respondedAt()).isEqualTo(at(5));
    }

    @Test
    void fourteenDaysAfterResolvingItIsTooLateToReopen() {
        var last = at(10).plus(Duration.ofDays(14));
        assertThat(closed.reopen(last).stage().open()).isTrue();
        assertThatThrownBy(() -> closed.reopen(last.plusMillis(1)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.status()).isEqualTo(Refused.Status.CONFLICT));
    }

    @Test
    void whatTheTableDoesNotNameIsRefused() {
        List<UnaryOperator<Ticket>> wrong = List.of(
                t -> held.accept(WU, at(9)),
                t -> held.handBack(at(9)),
                t -> held.assign(2L, null, at(9)),
                t -> held.hold(HoldFor.OTHER, "x", at(99), at(9)),
                t -> working.resume(at(9)),
                t -> working.close(at(9)),
                t -> working.reopen(at(9)),
                t -> working.cancel(fixed(3, at(9)), at(9)),
                t -> resolved.accept(WU, at(12)),
                t -> resolved.hold(HoldFor.OTHER, "x", at(99), at(12)),
                t -> resolved.resolve(fixed(LIN, at(12)), null, at(12)),
                t -> closed.resolve(fixed(LIN, at(30)), null, at(30)),
                t -> closed.resume(at(30)));
        for (var act : wrong) assertThatThrownBy(() -> act.apply(waiting)).isInstanceOf(Refused.class);
    }

    @Test
    void takingBackEndsWhatNobodyHasBegun() {
        var cancelled = waiting.cancel(fixed(3, at(2)), at(2));
        assertThat(cancelled.stage()).isInstanceOf(Closed.class);
        assertThat(cancelled.times().resolvedAt()).isNull();
    }

    private static Resolution fixed(long by, Instant at) {
        return new Resolution(Outcome.FIXED, Cause.HARDWARE, "换了搓纸轮", at, by, at);
    }

    private static Instant at(int minutes) {
        return NINE.plus(Duration.ofMinutes(minutes));
    }
}
