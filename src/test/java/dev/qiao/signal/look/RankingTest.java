package dev.qiao.signal.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What to look at first. */
class RankingTest {
    private static final Instant FAULT = Instant.parse("2026-03-02T04:00:00Z");

    @Test
    void aChangeCountsMoreTheNearerInTimeAndInDepth() {
        var near = changed(0, 10);
        var deep = changed(2, 10);
        var longAgo = changed(0, 300);
        assertThat(order(longAgo, deep, near)).containsExactly(near, deep, longAgo);
        assertThat(order(changed(0, 24 * 60))).isEmpty();
    }

    @Test
    void theEarliestAndStrongestDeviationComesFirst() {
        var early = metric(25, 20);
        var late = metric(1, 20);
        var weak = metric(25, 7);
        assertThat(order(late, weak, early)).startsWith(early);
        assertThat(order(late, metric(1, 90))).last().isEqualTo(late);
    }

    @Test
    void theDependencyThatFailsAndRestsOnNothingThatFailsIsFirstOfAll() {
        var reason = new Cause.Below(3, 2, 30, "down", FAULT.minusSeconds(60), true);
        var between = new Cause.Below(2, 1, 20, "slow", FAULT.minusSeconds(30), false);
        assertThat(order(changed(0, 1), metric(30, 99), between, reason)).startsWith(reason);
    }

    @RepeatedTest(100)
    void aFewAreShownInAnOrderThatDoesNotDependOnHowTheyWereFound(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var causes = new ArrayList<Cause>();
        for (int n = 0; n < 30; n++)
            causes.add(
                    switch (random.nextInt(3)) {
                        case 0 -> changed(random.nextInt(4), 1 + n * 7);
                        case 1 -> metric(1 + n, 7 + random.nextInt(90));
                        case 2 ->
                            new Cause.Solved(n, "t", "s", FAULT.minusSeconds(n), 0.3 + random.nextDouble() / 2, false);
                        default -> throw new IllegalStateException();
                    });
        var ranked = Ranking.of(causes, FAULT);
        Collections.shuffle(causes, random);
        assertThat(Ranking.of(causes, FAULT)).isEqualTo(ranked);
        assertThat(ranked).hasSizeLessThanOrEqualTo(Ranking.MOST);
        for (int n = 1; n < ranked.size(); n++)
            assertThat(ranked.get(n).score())
                    .isLessThanOrEqualTo(ranked.get(n - 1).score());
        assertThat(ranked.stream().filter(each -> each.cause() instanceof Cause.Solved))
                .hasSizeLessThanOrEqualTo(3);
    }

    private static List<Cause> order(Cause... causes) {
        return Ranking.of(List.of(causes), FAULT).stream()
                .map(Ranking.Ranked::cause)
                .toList();
    }

    private static Cause changed(int depth, int minutesBefore) {
        return new Cause.Changed(1, depth, minutesBefore, "v", FAULT.minus(Duration.ofMinutes(minutesBefore)));
    }

    private static Cause metric(int minutesBefore, double strength) {
        var deviation = new Deviation(FAULT.minus(Duration.ofMinutes(minutesBefore)), strength, 1, 2);
        return new Cause.Metric(minutesBefore, "cpu", 1, deviation);
    }
}
