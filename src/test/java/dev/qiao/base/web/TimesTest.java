package dev.qiao.base.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
    private static final Languages LANGUAGES = new Languages(true);
    private static final Instant NOW = Instant.parse("2026-11-18T02:42:00Z");

    private static Times in(Locale locale) {
        return new Times(LANGUAGES.of(locale), ZoneId.of("Asia/Shanghai"), NOW);
    }

    private final Times chinese = in(Locale.SIMPLIFIED_CHINESE);
    private final Times taiwan = in(Locale.TRADITIONAL_CHINESE);
    private final Times english = in(Locale.ENGLISH);

    @ParameterizedTest
    @CsvSource({
        "2026-11-18T02:42:00Z, 10:42, 10:42",
        "2026-11-17T07:12:00Z, 昨天15:12, yesterday 15:12",
        "2026-11-19T02:10:00Z, 明天10:10, tomorrow 10:10",
        "2026-11-20T02:10:00Z, 11月20日, Nov 20",
        "2025-11-20T02:10:00Z, 2025年11月20日, 'Nov 20, 2025'",
        "2026-11-17T16:00:00Z, 00:00, 00:00",
        "2026-11-17T15:59:59Z, 昨天23:59, yesterday 23:59",
    })
    void aMomentIsToldByItsDistance(Instant moment, String inChinese, String inEnglish) {
        assertThat(chinese.at(moment)).isEqualTo(inChinese);
        assertThat(english.at(moment)).isEqualTo(inEnglish);
    }

    @Test
    void anExactMomentHasItsDayAndItsTime() {
        assertThat(chinese.exact(Instant.parse("2026-11-18T03:38:00Z"))).isEqualTo("今天11:38");
        assertThat(chinese.exact(Instant.parse("2026-11-20T03:38:00Z"))).isEqualTo("11月20日11:38");
        assertThat(english.exact(Instant.parse("2026-11-18T03:38:00Z"))).isEqualTo("today 11:38");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0秒, 0 s",
        "PT59S, 59秒, 59 s",
        "PT1M, 1分, 1 min",
        "PT7M59S, 7分, 7 min",
        "PT1H, 1时, 1 h",
        "PT3H20M, 3时20分, 3 h 20 min",
        "PT24H, 1天, 1 d",
        "PT52H, 2天4时, 2 d 4 h",
        "PT52H59M, 2天4时, 2 d 4 h",
    })
    void aDurationHasAtMostTwoUnits(Duration length, String inChinese, String inEnglish) {
        assertThat(chinese.duration(length)).isEqualTo(inChinese);
        assertThat(english.duration(length)).isEqualTo(inEnglish);
    }

    @Test
    void whatIsLeftAndWhatIsOver() {
        assertThat(chinese.left(NOW.plus(Duration.ofMinutes(56)))).isEqualTo("剩56分");
        assertThat(chinese.left(NOW.minus(Duration.ofMinutes(12)))).isEqualTo("超12分");
        assertThat(taiwan.left(NOW.plus(Duration.ofHours(2)))).isEqualTo("剩2時");
        assertThat(english.left(NOW.plus(Duration.ofMinutes(56)))).isEqualTo("56 min left");
    }

    @Test
    void aBudgetIsNeverToldInDays() {
        assertThat(chinese.budget(Duration.ofHours(24))).isEqualTo("24小时");
        assertThat(chinese.budget(Duration.ofMinutes(90))).isEqualTo("1小时30分钟");
        assertThat(english.budget(Duration.ofMinutes(60))).isEqualTo("1 hour");
        assertThat(english.budget(Duration.ofMinutes(30))).isEqualTo("30 minutes");
    }

    @Test
    void aRangeNamesTheSecondDayOnlyWhenItIsAnother() {
        var evening = Instant.parse("2026-11-17T09:30:00Z");
        assertThat(chinese.range(evening, evening.plus(Duration.ofHours(1)))).isEqualTo("昨天17:30–18:30");
        assertThat(chinese.range(evening, Instant.parse("2026-11-18T00:30:00Z")))
                .isEqualTo("昨天17:30–今天08:30");
    }

    @Test
    void howLongAgo() {
        assertThat(chinese.ago(NOW.minusSeconds(20))).isEqualTo("刚刚");
        assertThat(chinese.ago(NOW.minusSeconds(240))).isEqualTo("4分");
        assertThat(chinese.ago(NOW.minus(Duration.ofHours(5)))).isEqualTo("5时");
        assertThat(chinese.ago(NOW.minus(Duration.ofHours(12)))).isEqualTo("昨天");
        assertThat(chinese.today()).isEqualTo("周三，11月18日");
        assertThat(chinese.daypart()).isEqualTo("morning");
    }

    @Test
    void theDayIsThatOfTheReadersZone() {
        var newYork = new Times(LANGUAGES.of(Locale.ENGLISH), ZoneId.of("America/New_York"), NOW);
        assertThat(newYork.at(NOW)).isEqualTo("21:42");
        assertThat(newYork.today()).isEqualTo("Tuesday, Nov 17");
    }

    @Test
    void aPromiseThatIsFarIsToldByItsMoment() {
        var budget = Duration.ofHours(8);
        assertThat(running(Duration.ofMinutes(238), budget)).isEqualTo("剩3时58分");
        assertThat(running(Duration.ofMinutes(408), budget)).isEqualTo("17:30");
        assertThat(ClockView.paused(Instant.parse("2026-11-18T06:00:00Z"), Duration.ZERO, budget)
                        .words(chinese))
                .isEqualTo("挂起到14:00");
        assertThat(ClockView.stopped(true, Duration.ofMinutes(8), budget).words(chinese))
                .isEqualTo("用时8分");
        assertThat(ClockView.stopped(false, Duration.ofMinutes(492), budget).words(chinese))
                .isEqualTo("超12分");
    }

    private String running(Duration left, Duration budget) {
        return ClockView.running(NOW.plus(left), budget.minus(left), budget, NOW)
                .words(chinese);
    }
}
