package dev.qiao.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayBeginsWithItsFirstMinuteAndEndsBeforeItsLast() {
        var duty = new Duty(1, DayOfWeek.MONDAY, 540, 1080);
        assertThat(duty.holds(at("2026-03-02T09:00", SHANGHAI), SHANGHAI)).isTrue();
        assertThat(duty.holds(at("2026-03-02T17:59", SHANGHAI), SHANGHAI)).isTrue();
        assertThat(duty.holds(at("2026-03-02T18:00", SHANGHAI), SHANGHAI)).isFalse();
        assertThat(duty.holds(at("2026-03-03T09:00", SHANGHAI), SHANGHAI)).isFalse();
    }

    @Test
    void aNightBelongsToTheDayOnWhichItBegins() {
        var duty = new Duty(1, DayOfWeek.SUNDAY, 1200, 480);
        assertThat(duty.holds(at("2026-03-01T20:00", SHANGHAI), SHANGHAI)).isTrue();
        assertThat(duty.holds(at("2026-03-02T07:59", SHANGHAI), SHANGHAI)).isTrue();
        assertThat(duty.holds(at("2026-03-02T08:00", SHANGHAI), SHANGHAI)).isFalse();
        assertThat(duty.holds(at("2026-03-01T07:00", SHANGHAI), SHANGHAI)).isFalse();
    }

    @Test
    void theRosterIsReadInTheZoneOfTheTeam() {
        var duty = new Duty(1, DayOfWeek.MONDAY, 540, 1080);
        var nineInShanghai = at("2026-03-02T09:00", SHANGHAI);
        assertThat(duty.holds(nineInShanghai, SHANGHAI)).isTrue();
        assertThat(duty.holds(nineInShanghai, BERLIN)).isFalse();
    }

    @Test
    void theNightOfALeapInTimeIsOneHourShorter() {
        var duty = new Duty(1, DayOfWeek.SATURDAY, 1320, 360);
        assertThat(duty.holds(at("2026-03-29T05:59", BERLIN), BERLIN)).isTrue();
        assertThat(duty.holds(at("2026-03-29T06:00", BERLIN), BERLIN)).isFalse();
    }

    @Test
    void randomSpansAgreeWithAWallClockInEveryZone() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var zone = List.of(SHANGHAI, BERLIN, ZoneId.of("America/New_York"), ZoneId.of("Asia/Kolkata"))
                    .get(random.nextInt(4));
            int starts = random.nextInt(1440);
            int ends = 1 + random.nextInt(1440);
            if (starts == ends) continue;
            var duty = new Duty(1, DayOfWeek.of(1 + random.nextInt(7)), starts, ends);
            // June: no clock is changed in these zones, so that the wall clock says all
            var wall = LocalDate.of(2026, 6, 1).atStartOfDay().plusMinutes(random.nextInt(20 * 1440));
            assertThat(duty.holds(wall.atZone(zone).toInstant(), zone))
                    .as("%s at %s", duty, wall)
                    .isEqualTo(oracle(duty, wall));
        }
    }

    private static boolean oracle(Duty duty, LocalDateTime wall) {
        int minute = wall.getHour() * 60 + wall.getMinute();
        var day = wall.getDayOfWeek();
        if (duty.ends() > duty.starts()) return day == duty.day() && minute >= duty.starts() && minute < duty.ends();
        return (day == duty.day() && minute >= duty.starts())
                || (day == duty.day().plus(1) && minute < duty.ends());
    }

    private static Instant at(String wall, ZoneId zone) {
        return LocalDateTime.parse(wall).atZone(zone).toInstant();
    }
}
