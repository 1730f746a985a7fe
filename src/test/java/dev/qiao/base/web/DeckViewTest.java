package dev.qiao.base.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.qiao.base.web.DeckView.Piece;
import dev.qiao.base.web.DeckView.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeckViewTest {
    private static final Instant START = Instant.parse("2026-11-17T07:12:00Z");
    private static final Duration BUDGET = Duration.ofHours(4);

    private static DeckView deck(Duration budget, List<Span> spans) {
        var spent = spans.stream().map(Span::work).reduce(Duration.ZERO, Duration::plus);
        var end = spans.getLast().to();
        var due = end.plus(budget.minus(spent));
        return new DeckView(spans, ClockView.running(due, spent, budget, end), due);
    }

    private static Span counted(Instant from, Duration length) {
        return new Span(from, from.plus(length), true, length, "counted");
    }

    private static Span paused(Instant from, Duration length, String why) {
        return new Span(from, from.plus(length), false, Duration.ZERO, why);
    }

    @Test
    void neighboursOfOneKindAreOnePieceToldByTheFirstReason() {
        var hour = Duration.ofHours(1);
        var deck = deck(
                BUDGET,
                List.of(
                        counted(START, hour),
                        paused(START.plus(hour), hour, "hold"),
                        paused(START.plus(hour.multipliedBy(2)), hour.multipliedBy(15), "night"),
                        counted(START.plus(hour.multipliedBy(17)), hour)));
        assertThat(deck.pieces()).extracting(Piece::built).containsExactly(true, false, true);
        assertThat(deck.pieces().get(1).words()).isEqualTo("hold");
        assertThat(deck.left()).isEqualTo(hour.multipliedBy(2));
    }

    @Test
    void aWordUnderTheDeckStandsOnlyWhereItHasRoom() {
        assertThat(words("夜里")).containsExactly("夜里");
        assertThat(words("Outside of working hours"))
                .as("longer than the way between the beginning and the deadline leaves")
                .isEmpty();
        var twice = deck(
                BUDGET,
                List.of(
                        counted(START, Duration.ofMinutes(80)),
                        paused(START.plusSeconds(4800), Duration.ofHours(1), "挂起等用户"),
                        counted(START.plusSeconds(8400), Duration.ofMinutes(5)),
                        paused(START.plusSeconds(8700), Duration.ofHours(1), "挂起等用户")));
        assertThat(twice.worded()).hasSizeLessThan(2);
    }

    private static List<String> words(String pause) {
        var deck = deck(
                BUDGET,
                List.of(
                        counted(START, Duration.ofMinutes(110)),
                        paused(START.plusSeconds(6600), Duration.ofHours(1), pause),
                        counted(START.plusSeconds(10_200), Duration.ofMinutes(90))));
        return deck.worded().stream().map(Piece::words).toList();
    }

    @Test
    void aPromiseThatIsBrokenHasItsDeadlineBehindIt() {
        var deck = deck(BUDGET, List.of(counted(START, Duration.ofHours(8))));
        assertThat(deck.dueAt()).isCloseTo(50, within(0.01));
        assertThat(deck.reached()).isCloseTo(100, within(0.01));
        assertThat(deck.ahead().width()).isCloseTo(0, within(0.01));
    }

    @Test
    void theLinesOfTheTableMakeUpItsFoot() {
        var first = Duration.ofSeconds(5310);
        var deck = deck(
                BUDGET,
                List.of(
                        counted(START, first),
                        paused(START.plus(first), Duration.ofHours(1), "hold"),
                        counted(START.plus(first).plus(Duration.ofHours(1)), Duration.ofSeconds(5790))));
        assertThat(deck.told(0)).isEqualTo(Duration.ofMinutes(89));
        assertThat(deck.told(1)).isEqualTo(Duration.ZERO);
        assertThat(deck.told(0).plus(deck.told(2))).isEqualTo(deck.told()).isEqualTo(Duration.ofMinutes(185));
    }

    @Test
    void whateverHappenedThePiecesFillTheDeckInOrder() {
        var random = new Random(20437);
        for (int round = 0; round < 500; round++) {
            var spans = new ArrayList<Span>();
            var at = START;
            for (int i = 0; i <= random.nextInt(9); i++) {
                var length = Duration.ofMinutes(1 + random.nextInt(600));
                spans.add(random.nextBoolean() ? counted(at, length) : paused(at, length, "hold"));
                at = at.plus(length);
            }
            var deck = deck(Duration.ofMinutes(1 + random.nextInt(1440)), spans);
            double from = 0;
            for (var piece : deck.pieces()) {
                assertThat(piece.from()).isCloseTo(from, within(1e-6));
                assertThat(piece.width()).isBetween(0.0, 100.0 + 1e-6);
                from += piece.width();
            }
            assertThat(from).isLessThanOrEqualTo(100 + 1e-6);
            assertThat(deck.reached() + deck.ahead().width()).isCloseTo(100, within(1e-6));
            assertThat(deck.dueAt()).isBetween(0.0, 100.0);
        }
    }
}
