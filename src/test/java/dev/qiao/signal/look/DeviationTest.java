package dev.qiao.signal.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** When a figure leaves what is usual for it, and when it does not. */
class DeviationTest {
    private static final Instant FAULT = Instant.parse("2026-03-02T04:00:00Z");

    @RepeatedTest(200)
    void noiseAloneIsNeverADeviation(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        assertThat(found(_ -> 40 + 5 * random.nextGaussian())).isEmpty();
    }

    @RepeatedTest(100)
    void aFigureThatJumpedBeforeTheFaultIsFoundAtItsFirstPoint(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        int since = -20 + random.nextInt(15);
        var found = found(minute -> (minute >= since ? 95 : 40) + 2 * random.nextGaussian())
                .orElseThrow();
        assertThat(found.at()).isEqualTo(minute(since));
        assertThat(found.usual()).isCloseTo(40, within(3.0));
        assertThat(found.strength()).isGreaterThan(Deviation.UNUSUAL);
    }

    @Test
    void aDropCountsLikeARise() {
        var found = found(minute -> (minute >= -5 ? 0 : 100) + Math.floorMod(minute, 3))
                .orElseThrow();
        assertThat(found.at()).isEqualTo(minute(-5));
        assertThat(found.value()).isLessThan(3);
    }

    @Test
    void aSinglePeakASteadyClimbADailyWaveAndWhatComesAfterTheFaultAreNone() {
        assertThat(found(minute -> minute == -10 ? 500 : 40 + Math.floorMod(minute, 5)))
                .isEmpty();
        assertThat(found(minute -> 1_000 + 7.0 * minute)).isEmpty();
        assertThat(found(minute -> 50 + 10 * Math.sin(minute / 5.0))).isEmpty();
        assertThat(found(minute -> minute >= 5 ? 95 : 40 + Math.floorMod(minute, 4)))
                .isEmpty();
    }

    @Test
    void whatNeverMovedMayMoveByAHair() {
        assertThat(found(minute -> minute > -10 ? 100.5 : 100)).isEmpty();
        assertThat(found(minute -> minute > -10 ? 1 : 0)).isPresent();
        assertThat(Deviation.of(points(minute -> minute > -10 ? 3 : 0), FAULT.minus(Duration.ofMinutes(30)), FAULT, 1))
                .isEmpty();
    }

    @Test
    void ofAFewPointsNobodyKnowsWhatIsUsual() {
        var points = points(minute -> minute > -10 ? 95 : 40);
        var few = points.subList(points.size() - 40, points.size());
        assertThat(Deviation.of(few, FAULT.minus(Duration.ofMinutes(30)), FAULT, 0))
                .isEmpty();
        assertThat(Deviation.of(List.of(), FAULT, FAULT, 0)).isEmpty();
    }

    private static Optional<Deviation> found(IntToDoubleFunction value) {
        return Deviation.of(points(value), FAULT.minus(Duration.ofMinutes(30)), FAULT, 0);
    }

    private static List<Point> points(IntToDoubleFunction value) {
        var points = new ArrayList<Point>();
        for (int minute = -60; minute <= 15; minute++)
            points.add(new Point(minute(minute), value.applyAsDouble(minute)));
        return points;
    }

    private static Instant minute(int minute) {
        return FAULT.plus(Duration.ofMinutes(minute));
    }
}
