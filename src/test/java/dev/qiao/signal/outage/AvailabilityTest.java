package dev.qiao.signal.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Availability, minute by minute and at once, is the same. */
class AvailabilityTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final int MINUTES = 2_000;
    private static final Stretch MONTH = stretch(0, MINUTES);

    @RepeatedTest(200)
    void whateverOverlapsItIsTheMinutesThatCount(RepetitionInfo run) {
        var random = new Random(run.getCurrentRepetition());
        var outages = some(random);
        var planned = some(random);
        int wanted = 0;
        int out = 0;
        for (int minute = 0; minute < MINUTES; minute++) {
            if (covers(planned, minute)) continue;
            wanted++;
            if (covers(outages, minute)) out++;
        }
        var availability = Availability.in(MONTH, outages, planned);
        assertThat(availability.of()).isEqualTo(Duration.ofMinutes(wanted));
        assertThat(availability.out()).isEqualTo(Duration.ofMinutes(out));
    }

    @Test
    void oneHourOfTwentyIsFivePercent() {
        var hour = List.of(stretch(100, 160));
        var day = stretch(0, 20 * 60);
        assertThat(Availability.in(day, hour, List.of()).percent().getAsDouble())
                .isCloseTo(95, within(1e-9));
        assertThat(Availability.in(day, hour, hour).percent().getAsDouble()).isEqualTo(100);
        assertThat(Availability.in(day, hour, List.of(day)).percent()).isEmpty();
    }

    private static List<Stretch> some(Random random) {
        var all = new ArrayList<Stretch>();
        for (int n = random.nextInt(8); n > 0; n--) {
            int from = random.nextInt(MINUTES + 400) - 200;
            all.add(stretch(from, from + random.nextInt(400)));
        }
        return all;
    }

    private static boolean covers(List<Stretch> all, int minute) {
        var at = BEGIN.plus(Duration.ofMinutes(minute));
        return all.stream().anyMatch(each -> !at.isBefore(each.from()) && at.isBefore(each.until()));
    }

    private static Stretch stretch(int from, int until) {
        return new Stretch(BEGIN.plus(Duration.ofMinutes(from)), BEGIN.plus(Duration.ofMinutes(until)));
    }
}
