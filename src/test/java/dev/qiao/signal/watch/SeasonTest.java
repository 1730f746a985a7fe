package dev.qiao.signal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Five weeks of a service as offices load it, made by a rule with its own noise: busy on working days from nine to six, a batch each
 * Sunday night. The quiet weeks warn at no hour; with a fault in them they do.
 */
class SeasonTest {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime BEGIN = ZonedDateTime.of(2026, 3, 2, 0, 0, 0, 0, ZONE);
    private static final Season BOTH = new Season(null, 6, 10);

    @Test
    void aQuietWeekWarnsAtNoHourAlsoAcrossTheChangeOfTheClocks() {
        for (int hour = 0; hour < 7 * 24; hour++) {
            var now = BEGIN.plusWeeks(4).plusHours(hour);
            assertThat(BOTH.judge(readings(now, 0), now.toInstant()))
                    .as("%s", now)
                    .isNotInstanceOf(Verdict.Alarming.class);
        }
    }

    @Test
    void twiceAsMuchAsThisHourOfThisWeekdayHadIsAlarming() {
        var busy = BEGIN.plusWeeks(4).withHour(11);
        assertThat(BOTH.judge(readings(busy, 60), busy.toInstant())).isInstanceOf(Verdict.Alarming.class);
        assertThat(BOTH.judge(readings(busy, -60), busy.toInstant())).isInstanceOf(Verdict.Alarming.class);
        var above = new Season(Side.ABOVE, 6, 10);
        assertThat(above.judge(readings(busy, -60), busy.toInstant())).isInstanceOf(Verdict.Calm.class);
    }

    @Test
    void whatIsOffByLessThanMattersIsNothing() {
        var night = BEGIN.plusWeeks(4).withHour(3);
        assertThat(BOTH.judge(readings(night, 8), night.toInstant())).isNotInstanceOf(Verdict.Alarming.class);
    }

    @Test
    void oneWeekIsNoPast() {
        var now = BEGIN.plusWeeks(1).withHour(11);
        assertThat(BOTH.judge(readings(now, 60), now.toInstant())).isInstanceOf(Verdict.Unknown.class);
    }

    private static List<List<Reading>> readings(ZonedDateTime now, double fault) {
        var spans = BOTH.spans(now.toInstant(), ZONE);
        var all = new ArrayList<List<Reading>>();
        for (int n = 0; n < spans.size(); n++) all.add(recorded(spans.get(n), n == spans.size() - 1 ? fault : 0));
        return all;
    }

    private static List<Reading> recorded(Sign.Span span, double fault) {
        var readings = new ArrayList<Reading>();
        for (var at = span.from(); at.isBefore(span.until()); at = at.plus(Duration.ofMinutes(5)))
            if (!at.isBefore(BEGIN.toInstant())) readings.add(new Reading(at, load(at) + fault));
        return readings;
    }

    private static double load(Instant at) {
        var here = at.atZone(ZONE);
        var noise = 3 * new Random(at.getEpochSecond()).nextGaussian();
        boolean free = here.getDayOfWeek() == DayOfWeek.SATURDAY || here.getDayOfWeek() == DayOfWeek.SUNDAY;
        boolean batch = here.getDayOfWeek() == DayOfWeek.SUNDAY && here.getHour() == 22;
        if (batch) return 90 + noise;
        return (!free && here.getHour() >= 9 && here.getHour() < 18 ? 55 : 10) + noise;
    }
}
