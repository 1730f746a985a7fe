package dev.qiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void roundTheClockIsACalendarToo() {
        var calendar = WorkCalendar.of(Rules.always(BERLIN));
        var from = Instant.parse("2026-03-01T10:00:00Z");
        assertThat(calendar.add(from, Duration.ofDays(400))).isEqualTo(from.plus(Duration.ofDays(400)));
        assertThat(calendar.between(from, from.plusSeconds(99_999_999))).isEqualTo(Duration.ofSeconds(99_999_999));
        assertThat(calendar.pieces(from, from.plus(Duration.ofDays(900))))
                .singleElement()
                .matches(Piece::counted);
        assertThat(calendar.knownUntil()).isEmpty();
    }

    @Test
    void theHourThatIsLeftOutInSpringIsNoWork() {
        var nights = daily("01:00-04:00");
        assertThat(nights.between(at("2026-03-28T12:00:00Z"), at("2026-03-29T12:00:00Z")))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void theHourThatComesTwiceInAutumnIsWorkedTwice() {
        var nights = daily("01:00-04:00");
        assertThat(nights.between(at("2026-10-24T12:00:00Z"), at("2026-10-25T12:00:00Z")))
                .isEqualTo(Duration.ofHours(4));
    }

    @Test
    void whatIsDueAtTheEndOfTheDayIsNotDueTheNextMorning() {
        var days = daily("09:00-17:00");
        assertThat(days.add(at("2026-01-12T14:00:00Z"), Duration.ofHours(2))).isEqualTo(at("2026-01-12T16:00:00Z"));
    }

    @Test
    void otherHoursHoldFromTheirMomentOn() {
        var before = daily("09:00-17:00");
        var after = before.from(at("2026-01-14T00:00:00Z"), Rules.always(BERLIN));
        assertThat(after.between(at("2026-01-12T00:00:00Z"), at("2026-01-14T00:00:00Z")))
                .isEqualTo(Duration.ofHours(16));
        assertThat(after.between(at("2026-01-12T00:00:00Z"), at("2026-01-15T00:00:00Z")))
                .isEqualTo(Duration.ofHours(40));
    }

    @Test
    void whatLiesBeyondAllPlanningIsRefused() {
        assertThatThrownBy(() -> daily("09:00-09:01").add(Instant.EPOCH, Duration.ofDays(365_000)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void aDayIsReadAsItIsWritten() {
        assertThat(Hours.day("week", "13:00-18:00, 9:00–12:00"))
                .containsExactly(new Hours(540, 720), new Hours(780, 1080));
        assertThat(Hours.written(Hours.day("week", "00:00-24:00"))).isEqualTo("00:00-24:00");
        assertThat(Hours.day("week", " ")).isEmpty();
        for (var wrong : List.of("9-12", "12:00-09:00", "09:60-10:00", "09:00-24:01", "09:00-12:00 11:00-13:00", "x")) {
            assertThatThrownBy(() -> Hours.day("week", wrong)).as(wrong).isInstanceOf(Refused.class);
        }
    }

    @Test
    void aWeekWithoutAnyWorkIsRefused() {
        assertThatThrownBy(() -> daily("")).isInstanceOf(Refused.class);
    }

    private static WorkCalendar daily(String hours) {
        return WorkCalendar.of(Rules.weekly(BERLIN, Collections.nCopies(7, Hours.day("week", hours))));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
