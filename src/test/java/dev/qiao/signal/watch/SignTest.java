package dev.qiao.signal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Thresholds and trends, by readings made for the purpose; those of a real machine are in {@code RecordedTest}. */
class SignTest {
    private static final Instant NOW = Instant.parse("2026-03-02T04:00:00Z");
    private static final Threshold HOT = new Threshold(Side.ABOVE, 90, 80, 10);
    private static final Trend FULL = new Trend(Side.ABOVE, 100, 24, 6);

    @Test
    void beyondItsLimitAllTheTimeIsAlarmingAndAMomentIsNot() {
        assertThat(threshold(_ -> 95)).isInstanceOf(Verdict.Alarming.class);
        assertThat(threshold(minute -> minute < 9 ? 95 : 50)).isInstanceOf(Verdict.Between.class);
        assertThat(threshold(minute -> minute == 5 ? 89 : 95)).isInstanceOf(Verdict.Between.class);
        assertThat(threshold(_ -> 50)).isInstanceOf(Verdict.Calm.class);
    }

    @Test
    void whatTremblesAroundItsLimitIsOneAlert() {
        var random = new Random(1);
        boolean standing = false;
        int changes = 0;
        for (int n = 0; n < 500; n++) {
            var verdict = threshold(_ -> 90 + random.nextGaussian());
            boolean next = verdict instanceof Verdict.Alarming || (standing && !(verdict instanceof Verdict.Calm));
            if (next != standing) changes++;
            standing = next;
        }
        assertThat(changes).isLessThanOrEqualTo(1);
    }

    @Test
    void aSeriesThatFellSilentSaysNothing() {
        var old = readings(Duration.ofMinutes(30), Duration.ofMinutes(1), _ -> 95, NOW.minus(Duration.ofHours(1)));
        assertThat(HOT.judge(List.of(old), NOW)).isInstanceOf(Verdict.Unknown.class);
        assertThat(HOT.judge(List.of(List.of()), NOW)).isInstanceOf(Verdict.Unknown.class);
        assertThat(FULL.judge(List.of(List.of()), NOW)).isInstanceOf(Verdict.Unknown.class);
    }

    @Test
    void aDiskThatFillsSteadilyIsForetoldWithTheMomentWhenItWillBeFull() {
        var verdict = trend(minutes -> 100 - 10 - minutes / 60 * 2);
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Alarming.class,
                        alarm -> assertThat(alarm.comesAt())
                                .isBetween(NOW.plus(Duration.ofMinutes(295)), NOW.plus(Duration.ofMinutes(305))));
        assertThat(trend(minutes -> 40 - minutes / 60 * .5)).as("days away").isInstanceOf(Verdict.Calm.class);
        assertThat(trend(minutes -> 40 + minutes / 60 * 5)).as("emptying").isInstanceOf(Verdict.Calm.class);
        assertThat(trend(_ -> 101)).as("full").isInstanceOf(Verdict.Alarming.class);
    }

    @RepeatedTest(200)
    void noiseIsNoTrendHoweverNearTheLimit(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        double level = 50 + random.nextInt(45);
        double wild = 1 + random.nextInt(3);
        assertThat(trend(_ -> Math.min(99.9, level + wild * random.nextGaussian())))
                .isNotInstanceOf(Verdict.Alarming.class);
    }

    @RepeatedTest(100)
    void aFewWildReadingsDoNotHideATrend(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        assertThat(trend(minutes -> random.nextInt(10) == 0 ? random.nextInt(99) : 90 - minutes / 60 * 3))
                .isInstanceOf(Verdict.Alarming.class);
    }

    @Test
    void whatIsTurnedEachHourIsNoTrend() {
        assertThat(trend(minutes -> 60 + (360 - minutes) % 60 / 60 * 30)).isNotInstanceOf(Verdict.Alarming.class);
    }

    /** @param value by minutes before now */
    private static Verdict threshold(DoubleUnaryOperator value) {
        return HOT.judge(List.of(readings(Duration.ofMinutes(15), Duration.ofMinutes(1), value, NOW)), NOW);
    }

    private static Verdict trend(DoubleUnaryOperator value) {
        var span = FULL.spans(NOW, ZoneOffset.UTC).getLast();
        return FULL.judge(List.of(readings(Duration.between(span.from(), NOW), span.step(), value, NOW)), NOW);
    }

    private static List<Reading> readings(Duration back, Duration step, DoubleUnaryOperator value, Instant end) {
        int many = (int) back.dividedBy(step);
        return new ArrayList<>(IntStream.rangeClosed(0, many)
                .mapToObj(n -> step.multipliedBy(many - n))
                .map(ago -> new Reading(end.minus(ago), value.applyAsDouble(ago.toSeconds() / 60.0)))
                .toList());
    }
}
