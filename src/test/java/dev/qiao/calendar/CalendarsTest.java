package dev.qiao.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.qiao.QiaoTest;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@QiaoTest
class CalendarsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");

    @Autowired
    Calendars calendars;

    @Test
    void theShippedYearsHaveTheirPublishedNumberOfWorkingDays() {
        var rules = calendars.named("cn-work").rules();
        assertThat(workingDays(rules, 2024)).isEqualTo(251);
        assertThat(workingDays(rules, 2025)).isEqualTo(248);
        assertThat(workingDays(rules, 2026)).isEqualTo(248);
    }

    @Test
    void whatIsShippedIsWhatWasPublished() {
        var rules = calendars.named("cn-work").rules();
        for (int year : new int[] {2024, 2026})
            assertThat(rules.with(list(year))).isEqualTo(rules);
    }

    @Test
    void fourHoursOnTheEveOfTheNationalDayEndAfterTheHoliday() {
        var from = Instant.parse("2025-09-30T08:00:00Z");
        assertThat(calendars.byCode("cn-work").add(from, Duration.ofHours(4)))
                .isEqualTo(Instant.parse("2025-10-09T03:00:00Z"));
    }

    @Test
    void aYearThatIsNotPublishedIsSaidSo() {
        var calendar = calendars.byCode("cn-work");
        var turn = Instant.parse("2026-12-31T16:00:00Z");
        assertThat(calendar.knownUntil()).contains(turn);
        assertThat(calendar.assumed(NOW, turn)).as("nothing of 2027 is counted").isFalse();
        assertThat(calendar.assumed(NOW, turn.plusMillis(1))).isTrue();
        assertThatThrownBy(() -> list(2027)).isInstanceOf(Refused.class);
    }

    @Test
    void anotherWeekHoldsFromItsMomentOnAndTheEarlierOneIsRemembered() {
        var made = calendars.create("shift", "两班", daily("08:00-16:00"), Me.QIAO, NOW);
        var changed = calendars.update("shift", "两班倒", daily("00:00-24:00"), made.revision(), Me.QIAO, NOW);
        assertThat(changed.name()).isEqualTo("两班倒");
        assertThat(changed.revision()).isGreaterThan(made.revision());
        var before = NOW.minus(Duration.ofDays(10));
        assertThat(changed.time().between(before, NOW)).isEqualTo(made.time().between(before, NOW));
        assertThat(changed.time().between(NOW, NOW.plus(Duration.ofDays(1)))).isEqualTo(Duration.ofDays(1));
        assertThat(calendars.asOf("shift", made.revision())).isEqualTo(made.time());
    }

    @Test
    void aStaleChangeAndATakenCodeAreRefused() {
        var made = calendars.create("twice", "x", daily("08:00-16:00"), Me.QIAO, NOW);
        calendars.update("twice", "y", daily("09:00-16:00"), made.revision(), Me.QIAO, NOW);
        assertThatThrownBy(() -> calendars.update("twice", "z", daily("07:00-16:00"), made.revision(), Me.QIAO, NOW))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.status()).isEqualTo(Refused.Status.STALE));
        assertThatThrownBy(() -> calendars.create("twice", "x", daily("08:00-16:00"), Me.QIAO, NOW))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> calendars.byCode("none")).isInstanceOf(Refused.class);
    }

    private static Rules daily(String hours) {
        return Rules.weekly(ZoneId.of("Asia/Shanghai"), Collections.nCopies(7, Hours.day("week", hours)));
    }

    private static long workingDays(Rules rules, int year) {
        var first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .filter(day -> !rules.on(day).isEmpty())
                .count();
    }

    static HolidayList list(int year) {
        try (var file = CalendarsTest.class.getResourceAsStream("/calendars/" + year + ".json")) {
            return HolidayList.read(
                    "file", new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
