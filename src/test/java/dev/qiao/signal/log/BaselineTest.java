package dev.qiao.signal.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What five minutes usually have, over recorded series with and without a fault in them. */
class BaselineTest {
    private static final Instant NOW = Instant.parse("2026-03-05T02:00:00Z");
    private static final int DAYS = 3 * 24 * 12;

    @Test
    void aSteadyPatternIsQuietInEachFiveMinutesOfADay() {
        var random = new Random(7);
        var series = new HashMap<Instant, Long>();
        for (int n = 1; n <= 2 * DAYS; n++) series.put(slot(n), 200L + Math.round(random.nextGaussian() * 14));
        for (int n = 1; n <= 288; n++) assertThat(series.get(slot(n))).isLessThanOrEqualTo(above(n, series));
    }

    @Test
    void tenTimesAsMuchExplodes() {
        var random = new Random(7);
        var series = new HashMap<Instant, Long>();
        for (int n = 1; n <= DAYS; n++) series.put(slot(n), 200L + Math.round(random.nextGaussian() * 14));
        assertThat(2_000L).isGreaterThan(above(0, series));
        assertThat(300L).isLessThanOrEqualTo(above(0, series));
    }

    @Test
    void whatComesEachNightIsNoSurpriseButItsComingByDayIs() {
        var series = new HashMap<Instant, Long>();
        for (int day = 1; day <= 3; day++) series.put(slot(day * 288 + day % 2), 5_000L);
        assertThat(5_500L).isLessThanOrEqualTo(above(0, series));
        assertThat(5_500L).isGreaterThan(above(100, series));
    }

    @Test
    void aRarePatternNeedsMoreThanAFewLines() {
        assertThat(above(0, Map.of())).isEqualTo(Baseline.LEAST);
    }

    @Test
    void anExplosionOfYesterdayDoesNotHideTodays() {
        var series = new HashMap<Instant, Long>();
        for (int n = 1; n <= DAYS; n++) series.put(slot(n), 40L);
        for (int n = 100; n < 124; n++) series.put(slot(n), 4_000L);
        assertThat(3_000L).isGreaterThan(above(0, series));
    }

    private static long above(int ago, Map<Instant, Long> series) {
        var past = new HashMap<>(series);
        past.keySet().removeIf(slot -> !slot.isBefore(slot(ago)));
        return Baseline.above(slot(ago), slot(ago).minus(Duration.ofDays(30)), past);
    }

    private static Instant slot(int ago) {
        return NOW.minus(Slots.LENGTH.multipliedBy(ago));
    }
}
