package dev.qiao.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.qiao.Cast;
import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.report.Shift.Crew;
import dev.qiao.report.Targets.Behind;
import dev.qiao.report.Targets.Mark;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Ticket;
import dev.qiao.ticket.Weight.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Each measure by a few tickets whose figure is worked out by hand. */
@QiaoTest
class TargetsTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Autowired
    Shift shift;

    @Autowired
    Targets targets;

    @Autowired
    Cast cast;

    Crew crew;
    Me manager;
    Instant first;

    @BeforeEach
    void anEmptyMonth() {
        crew = shift.crew();
        manager = cast.hire("manager");
        first = shift.month();
    }

    @Test
    void restoringTakesFromTheFaultsStartWithoutAgreedPauses() {
        var slow = shift.open(crew, Kind.INCIDENT, Level.LOW, at(0), at(10));
        shift.accept(crew, slow, at(12));
        shift.hold(crew, slow, Duration.ofMinutes(60), at(20));
        shift.resolve(crew, slow, at(120));
        var quick = shift.incident(crew, Level.LOW, at(0));
        shift.resolve(crew, quick, at(20));
        var request = shift.open(crew, Kind.REQUEST, Level.LOW, null, at(0));
        shift.resolve(crew, request, at(500));
        measured(Measure.MTTR, (60 + 20) / 2.0, 2, 1);
    }

    @Test
    void whatIsYoungerThanADayAndOpenIsLeftOutOfSolvedInADay() {
        for (int minutes : new int[] {60, 24 * 60, 24 * 60 + 1}) {
            var ticket = shift.incident(crew, Level.LOW, at(0));
            shift.accept(crew, ticket, at(0));
            shift.resolve(crew, ticket, at(minutes));
        }
        var open = shift.incident(crew, Level.LOW, at(0));
        shift.accept(crew, open, at(1));
        var young = shift.incident(crew, Level.LOW, at(0));
        shift.accept(crew, young, at(3 * 24 * 60));
        var figure = figure(Measure.SOLVED_24H, at(3 * 24 * 60 + 5));
        assertThat(figure.n()).isEqualTo(4);
        assertThat(figure.value()).isEqualTo(50.0);
    }

    @Test
    void responsesCountByThePriorityOfThePromise() {
        responded(Level.HIGH, 30);
        responded(Level.HIGH, 31);
        responded(Level.MEDIUM, 4 * 60);
        shift.incident(crew, Level.MEDIUM, at(0));
        var now = at(5 * 60);
        assertThat(figure(Measure.RESPONSE_URGENT, now).value()).isEqualTo(50.0);
        assertThat(figure(Measure.RESPONSE_URGENT, now).met()).isFalse();
        assertThat(figure(Measure.RESPONSE_NORMAL, now).n())
                .as("broken by now, though nobody answered")
                .isEqualTo(2);
        assertThat(figure(Measure.RESPONSE_NORMAL, now).value()).isEqualTo(50.0);
        assertThat(figure(Measure.RESPONSE_IMPORTANT, now).n()).isZero();
        assertThat(figure(Measure.RESPONSE_IMPORTANT, now).value()).isNull();
        assertThat(figure(Measure.RESPONSE_RATE, now).n()).isEqualTo(4);
        assertThat(figure(Measure.RESPONSE_RATE, now).missed()).isEqualTo(2);
    }

    @Test
    void aPromiseThatStillRunsIsNotJudged() {
        shift.incident(crew, Level.MEDIUM, at(0));
        assertThat(figure(Measure.RESPONSE_RATE, at(60)).n()).isZero();
    }

    @Test
    void whatItsRequesterTookBackUnansweredWasNotAnswered() {
        responded(Level.HIGH, 10);
        shift.takeBack(crew, shift.incident(crew, Level.HIGH, at(0)), at(5));
        shift.takeBack(crew, shift.incident(crew, Level.HIGH, at(0)), at(40));
        var figure = figure(Measure.RESPONSE_URGENT, at(60));
        assertThat(figure.n())
                .as("the answered one, and the one whose promise was broken")
                .isEqualTo(2);
        assertThat(figure.missed()).isEqualTo(1);
        measured(Measure.RESPONSE_MEAN, 10.0, 1, 0);
    }

    @Test
    void theTicketsBehindAFigureComePageAfterPageEachOnce() {
        for (int minutes : new int[] {10, 20, 20, 40, 50, 60, 70}) responded(Level.HIGH, minutes);
        var whole = behind(Measure.RESPONSE_URGENT).stream().map(Behind::number).toList();
        var paged = new java.util.ArrayList<Long>();
        for (Mark mark = null; ; ) {
            var some = targets.behind(Measure.RESPONSE_URGENT, month(), 2, mark, manager, later());
            some.forEach(one -> paged.add(one.number()));
            if (some.size() < 2) break;
            mark = Mark.of(some.getLast());
        }
        assertThat(whole).hasSize(7);
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void theMeanResponseIsOfThoseThatWereGiven() {
        responded(Level.HIGH, 10);
        responded(Level.MEDIUM, 200);
        shift.incident(crew, Level.LOW, at(0));
        measured(Measure.RESPONSE_MEAN, 105.0, 2, 0);
    }

    @Test
    void criticalFaultsAreUrgentIncidentsOnly() {
        solved(Kind.INCIDENT, Level.HIGH, 4 * 60);
        solved(Kind.INCIDENT, Level.HIGH, 4 * 60 + 1);
        solved(Kind.REQUEST, Level.HIGH, 9 * 60);
        solved(Kind.INCIDENT, Level.MEDIUM, 9 * 60);
        measured(Measure.CRITICAL_4H, 50.0, 2, 1);
    }

    @Test
    void fourAndFiveStarsAreSatisfied() {
        for (int stars : new int[] {5, 4, 3, 1}) {
            var ticket = shift.incident(crew, Level.LOW, at(0));
            shift.resolve(crew, ticket, at(10));
            shift.rate(crew, ticket, stars, at(20));
        }
        measured(Measure.SATISFACTION, 50.0, 4, 2);
    }

    @Test
    void fixedTheFirstTimeIsWithoutReopening() {
        solved(at(0), at(10));
        solved(at(0), at(10));
        var again = solved(at(0), at(10));
        shift.reopen(crew, again, at(20));
        shift.resolve(crew, again, at(30));
        measured(Measure.FIRST_TIME_FIX, 200 / 3.0, 3, 1);
        measured(Measure.REOPENED, 100 / 3.0, 3, 2);
        assertThat(behind(Measure.REOPENED).getFirst().number())
                .as("what is counted stands first")
                .isEqualTo(again.number());
    }

    @Test
    void theSameFaultOfTheSamePersonWithinThirtyDaysIsARepeat() {
        var before = solved(at(0), at(10));
        var repeat = shift.incident(crew, Level.LOW, at(10 * 24 * 60));
        shift.incident(shift.crew(), Level.LOW, at(11 * 24 * 60));
        measured(Measure.REPEAT_30D, 100 / 3.0, 3, 2);
        assertThat(behind(Measure.REPEAT_30D).getFirst().number()).isEqualTo(repeat.number());
        assertThat(repeat.number()).isGreaterThan(before.number());
    }

    @Test
    void aMonthBeginsAndEndsAtMidnightInTheDesksZone() {
        var month = YearMonth.from(first.atZone(SHANGHAI));
        solved(first.minusMillis(1), first.plusSeconds(60));
        solved(first, first.plusSeconds(60));
        var end = month.plusMonths(1).atDay(1).atStartOfDay(SHANGHAI).toInstant();
        solved(end.minusMillis(1), end.plusSeconds(60));
        solved(end, end.plusSeconds(60));
        var now = end.plus(Duration.ofDays(9));
        var period = Period.month(month, SHANGHAI);
        assertThat(targets.figure(Measure.RESPONSE_RATE, period, manager, now).n())
                .as("opened from the first millisecond until the last")
                .isEqualTo(2);
        assertThat(targets.figure(Measure.FIRST_TIME_FIX, period, manager, now).n())
                .as("resolved in it: the last was resolved after it")
                .isEqualTo(2);
        assertThat(Period.of(month.toString(), null, SHANGHAI, now)).isEqualTo(period);
    }

    @Test
    void everyFigureRestsOnExactlyTheTicketsBehindIt() {
        responded(Level.HIGH, 31);
        var quick = solved(at(0), at(20));
        shift.rate(crew, quick, 2, at(30));
        var slow = solved(at(0), at(26 * 60));
        shift.rate(crew, slow, 5, at(27 * 60));
        for (var measure : Measure.values()) {
            var figure = figure(measure, later());
            var behind = behind(measure);
            assertThat(behind).as(measure.code()).hasSize((int) figure.n());
            assertThat(behind.stream().filter(b -> !b.good()))
                    .as(measure.code())
                    .hasSize((int) figure.missed());
        }
        assertThat(behind(Measure.SATISFACTION))
                .extracting(Behind::number)
                .containsExactly(quick.number(), slow.number());
    }

    @Test
    void weeksAddUpToTheWhole() {
        solved(at(0), at(10));
        solved(at(8 * 24 * 60), at(8 * 24 * 60 + 10));
        var weeks = targets.weeks(Measure.MTTR, month(), SHANGHAI, manager, later());
        assertThat(weeks).hasSize(2).allSatisfy(week -> {
            assertThat(week.n()).isOne();
            assertThat(week.value()).isCloseTo(10.0, within(0.001));
        });
    }

    private Ticket solved(Instant opened, Instant resolved) {
        var ticket = shift.incident(crew, Level.LOW, opened);
        shift.resolve(crew, ticket, resolved);
        return ticket;
    }

    private void solved(Kind kind, Level level, int minutes) {
        shift.resolve(crew, shift.open(crew, kind, level, null, at(0)), at(minutes));
    }

    private void responded(Level level, int minutes) {
        shift.accept(crew, shift.incident(crew, level, at(0)), at(minutes));
    }

    private void measured(Measure measure, @Nullable Double value, long n, long missed) {
        var figure = figure(measure, later());
        assertThat(figure.n()).isEqualTo(n);
        assertThat(figure.missed()).isEqualTo(missed);
        assertThat(figure.value()).isCloseTo(value, within(0.001));
    }

    private Figure figure(Measure measure, Instant now) {
        return targets.figure(measure, month(), manager, now);
    }

    private java.util.List<Behind> behind(Measure measure) {
        return targets.behind(measure, month(), 100, null, manager, later());
    }

    private Period month() {
        return Period.month(YearMonth.from(first.atZone(SHANGHAI)), SHANGHAI);
    }

    private Instant later() {
        return first.plus(Duration.ofDays(40));
    }

    private Instant at(int minutes) {
        return first.plus(Duration.ofMinutes(minutes));
    }
}
