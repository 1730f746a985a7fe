package dev.qiao.signal.wall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.load.Broke;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The incidents of a day on a line. */
class DayTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-01T16:00:00Z");
    private static final Instant END = MIDNIGHT.plus(Duration.ofDays(1));

    @Test
    void whatIsNotRestoredReachesToNow() {
        var now = MIDNIGHT.plus(Duration.ofHours(12));
        var day = Day.of(List.of(broke(1, 6, null), broke(2, 0, 3)), MIDNIGHT, END, now);
        assertThat(day.now()).isEqualTo("50.00%");
        assertThat(day.bars()).extracting(Day.Bar::open).containsExactly(false, true);
        assertThat(day.bars().get(1).x()).isEqualTo("25.00%");
        assertThat(day.bars().get(1).width()).isEqualTo("25.00%");
    }

    @Test
    void whatBeganYesterdayBeginsAtTheEdgeAndWhatIsLateIsNamedToTheLeft() {
        var now = MIDNIGHT.plus(Duration.ofHours(23));
        var day = Day.of(List.of(broke(1, -5, 2), broke(2, 22, null)), MIDNIGHT, END, now);
        assertThat(day.bars().getFirst().x()).isEqualTo("0.00%");
        assertThat(day.bars().getLast().late()).isTrue();
    }

    @Test
    void whatIsSaidToBeginTomorrowStandsAtTheEdge() {
        var day = Day.of(List.of(broke(1, 30, null), broke(2, 30, 40)), MIDNIGHT, END, MIDNIGHT);
        assertThat(day.bars()).allMatch(bar -> percent(bar.x()) + percent(bar.width()) <= 100.01);
    }

    @RepeatedTest(50)
    void nothingIsLostAndNothingInALaneCoversAnother(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var incidents = new ArrayList<Broke>();
        for (int n = 0; n < 30; n++) {
            int from = random.nextInt(20);
            incidents.add(broke(n, from, random.nextBoolean() ? null : from + random.nextInt(4)));
        }
        var day = Day.of(incidents, MIDNIGHT, END, MIDNIGHT.plus(Duration.ofHours(20)));
        assertThat(day.bars().size() + day.more()).isEqualTo(30);
        var ends = new HashMap<Integer, Double>();
        for (var bar : day.bars()) {
            double from = percent(bar.x());
            assertThat(from).isGreaterThanOrEqualTo(ends.getOrDefault(bar.lane(), 0.0));
            ends.put(bar.lane(), from + percent(bar.width()));
            assertThat(ends.get(bar.lane())).isLessThanOrEqualTo(100.01);
        }
    }

    private static double percent(String written) {
        return Double.parseDouble(written.replace("%", ""));
    }

    private static Broke broke(long number, int fromHour, @Nullable Integer toHour) {
        var restored = toHour == null ? null : MIDNIGHT.plus(Duration.ofHours(toHour));
        return new Broke(number, "t", Priority.URGENT, null, MIDNIGHT.plus(Duration.ofHours(fromHour)), restored);
    }
}
