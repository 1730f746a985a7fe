package dev.qiao.signal.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qiao.base.Refused.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Nine days of a probe, looked at each minute: about 80 ms with a long tail, more in office hours, 900 ms while the nightly backup runs, and
 * a look that fails or takes seconds now and then.
 */
class UsualTest {
    private static final Instant START = Instant.parse("2026-12-01T00:00:00Z");
    private static final ProbeDraft DRAFT = ProbeDraft.usual("shop", Probe.Kind.HTTP, "https://shop.example");
    private static final int MINUTES = 9 * 24 * 60;
    private static final int BREAKS = 8 * 24 * 60 + 14 * 60;

    @Test
    void nothingIsSaidOfAQuietSeries() {
        for (int seed = 0; seed < 5; seed++)
            assertThat(degraded(seed, (_, millis) -> millis))
                    .as("seed %s", seed)
                    .isEmpty();
    }

    @Test
    void whatGetsMuchSlowerIsSaidWithinMinutesAndOverWhenItIsAsUsual() {
        for (int seed = 0; seed < 5; seed++) {
            var minutes = degraded(seed, (minute, millis) -> broken(minute) ? millis * 4 + 100 : millis);
            assertThat(minutes.getFirst()).isBetween(BREAKS + Usual.IN_A_ROW - 1, BREAKS + 30);
            assertThat(minutes.getLast()).isBetween(BREAKS + 119, BREAKS + 150);
            assertThat(minutes).as("without a gap").hasSize(minutes.getLast() - minutes.getFirst() + 1);
        }
    }

    @Test
    void whatGetsALittleSlowerIsNot() {
        assertThat(degraded(1, (minute, millis) -> broken(minute) ? millis + 60 : millis))
                .isEmpty();
    }

    @Test
    void aPastOfLessThanADayAndHoursInWhichNothingWentWellSayNothing() {
        var now = START.plus(Duration.ofDays(2));
        assertThat(Usual.of(hours(now, 23, 0), now)).isEmpty();
        assertThat(Usual.of(hours(now, 24, 0), now)).isPresent();
        assertThat(Usual.of(hours(now, 24, 60), now)).isEmpty();
    }

    @Test
    void whatSwingsAroundTheLimitStaysAndFailuresSayNothing() {
        var usual = new Usual(100, 300);
        assertThat(after(usual, "bbbb").degraded()).isFalse();
        assertThat(after(usual, "bbbbxb").degraded()).isTrue();
        assertThat(after(usual, "bbbb.b").degraded()).isFalse();
        assertThat(after(usual, "bbbbbmmmmmmmm").degraded()).isTrue();
        assertThat(after(usual, "bbbbb....b....").degraded()).isTrue();
        assertThat(after(usual, "bbbbb.....").degraded()).isFalse();
    }

    private static boolean broken(int minute) {
        return minute >= BREAKS && minute < BREAKS + 120;
    }

    /** The minutes in which it is held to be slower than usual. */
    private static List<Integer> degraded(int seed, ToDoubleBiFunction<Integer, Double> fault) {
        var random = new Random(seed);
        var standing = Standing.NEW;
        var hours = new ArrayList<Hour>();
        var minutes = new ArrayList<Integer>();
        @Nullable Usual usual = null;
        long failed = 0;
        long good = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            var at = START.plusSeconds(60L * minute);
            if (minute % 60 == 0) usual = Usual.of(hours, at).orElse(null);
            boolean fails = random.nextInt(300) == 0;
            int millis = (int) fault.applyAsDouble(minute, usually(at, random));
            standing = standing.after(
                    new Result(at, millis, fails ? new Problem(null, "x", List.of()) : null, null), DRAFT, usual);
            if (standing.degraded()) minutes.add(minute);
            failed += fails ? 1 : 0;
            good += fails ? 0 : millis;
            if (minute % 60 < 59) continue;
            hours.add(new Hour(at.minusSeconds(59 * 60), 60, failed, good, good));
            failed = 0;
            good = 0;
        }
        return minutes;
    }

    private static double usually(Instant at, Random random) {
        var time = at.atOffset(ZoneOffset.UTC);
        boolean office = time.getHour() >= 8 && time.getHour() < 18;
        if (random.nextInt(200) == 0) return 3_000;
        double base = time.getHour() == 3 ? 900 : office ? 110 : 80;
        return base * Math.exp(0.35 * random.nextGaussian());
    }

    /** A dot is as usual, m a bit more, b far beyond, x fails. */
    private static Standing after(Usual usual, String looks) {
        var standing = Standing.NEW;
        for (int n = 0; n < looks.length(); n++) {
            char look = looks.charAt(n);
            int millis = look == 'b' ? 900 : look == 'm' ? 250 : 100;
            var reason = look == 'x' ? new Problem(null, "x", List.of()) : null;
            standing = standing.after(new Result(START.plusSeconds(60L * n), millis, reason, null), DRAFT, usual);
        }
        return standing;
    }

    private static List<Hour> hours(Instant now, int many, long failed) {
        var hours = new ArrayList<Hour>();
        for (int n = 1; n <= many; n++)
            hours.add(new Hour(now.minus(Duration.ofHours(n)), 60, failed, 6_000, failed == 60 ? 0 : 6_000));
        return hours;
    }
}
