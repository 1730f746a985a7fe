package dev.qiao.base.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments and durations in the words, the zone and at the time of the reader. */
public record Times(Lang lang, ZoneId zone, Instant now) {
    /** Longer than this, a promise is told by its moment and no longer by what is left. */
    public static final Duration NEAR = Duration.ofHours(4);

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    /** Today 10:42, yesterday and tomorrow with their word, this year the date, else the date with its year. */
    public String at(Instant moment) {
        return days(moment) == 0
                ? clock(moment)
                : near(moment) ? exact(moment) : date(there(moment).toLocalDate());
    }

    /** The day, also when it is today, and the time of day. */
    public String exact(Instant moment) {
        var day = switch (Math.clamp(days(moment), -9, 9)) {
            case -1 -> lang.t("base.yesterday");
            case 0 -> lang.t("base.today");
            case 1 -> lang.t("base.tomorrow");
            default -> date(there(moment).toLocalDate());
        };
        return lang.t("base.day_time", day, clock(moment));
    }

    /** The time of day today, the day and the time otherwise: the moment of something said. */
    public String stamp(Instant moment) {
        return days(moment) == 0 ? clock(moment) : exact(moment);
    }

    public String clock(Instant moment) {
        return CLOCK.format(there(moment));
    }

    public String date(LocalDate day) {
        var month = lang.t("base.month." + day.getMonthValue());
        return day.getYear() == there(now).getYear()
                ? lang.t("base.date", day.getMonthValue(), day.getDayOfMonth(), month)
                : lang.t("base.date_year", day.getMonthValue(), day.getDayOfMonth(), month, day.getYear());
    }

    /** Month and day as briefly as an axis wants them. */
    public String day(Instant moment) {
        var day = there(moment);
        return lang.t("base.brief_day", day.getMonthValue(), day.getDayOfMonth());
    }

    /** The day of the week and the date of now. */
    public String today() {
        var day = there(now).toLocalDate();
        return lang.t(
                "base.weekday_date", lang.t("base.weekday." + day.getDayOfWeek().getValue()), date(day));
    }

    /** The part of the day, for a greeting: night, morning, noon, afternoon, evening. */
    public String daypart() {
        int hour = there(now).getHour();
        return hour < 5 ? "night" : hour < 11 ? "morning" : hour < 13 ? "noon" : hour < 18 ? "afternoon" : "evening";
    }

    /** Seconds under a minute, then at most two units: 7 minutes, 3 hours 20 minutes, 2 days 4 hours. */
    public String duration(Duration length) {
        var l = length.abs();
        if (l.compareTo(Duration.ofMinutes(1)) < 0) return lang.t("base.seconds", l.toSeconds());
        if (l.compareTo(Duration.ofHours(1)) < 0) return lang.t("base.minutes", l.toMinutes());
        return l.toDays() == 0
                ? pair("base.hours", l.toHours(), "base.minutes", l.toMinutesPart())
                : pair("base.days", l.toDays(), "base.hours", l.toHoursPart());
    }

    /** What was agreed, never in days: a working day is not a day. */
    public String budget(Duration length) {
        return length.toHours() == 0
                ? lang.t("base.minutes_long", length.toMinutes())
                : length.toMinutesPart() == 0
                        ? lang.t("base.hours_long", length.toHours())
                        : pair("base.hours_long", length.toHours(), "base.minutes_long", length.toMinutesPart());
    }

    /** From then to then, the second day named only when it is another one. */
    public String range(Instant from, Instant to) {
        var start = days(from) == 0 ? clock(from) : exact(from);
        return start + "–" + (there(from).toLocalDate().equals(there(to).toLocalDate()) ? clock(to) : exact(to));
    }

    /** From that day to that day. */
    public String days(Instant from, Instant to) {
        return date(there(from).toLocalDate()) + "–" + date(there(to).toLocalDate());
    }

    /** Hours and minutes as a sum shows them, such as 1:28. */
    public String sum(Duration length) {
        return "%d:%02d".formatted(length.toHours(), length.toMinutesPart());
    }

    /** What is left until then, or by how much it is over. */
    public String left(Instant due) {
        var left = Duration.between(now, due);
        return lang.t(left.isNegative() ? "base.over" : "base.left", duration(left));
    }

    /** How long ago: just now, minutes, hours, yesterday, the date. */
    public String ago(Instant moment) {
        var past = Duration.between(moment, now);
        if (past.toMinutes() < 1) return lang.t("base.just_now");
        if (past.toHours() < 1) return lang.t("base.minutes", past.toMinutes());
        if (days(moment) == 0) return lang.t("base.hours", past.toHours());
        return days(moment) == -1
                ? lang.t("base.yesterday")
                : date(there(moment).toLocalDate());
    }

    private String pair(String key, long big, String smallKey, long small) {
        return small == 0 ? lang.t(key, big) : lang.t("base.two_units", lang.t(key, big), lang.t(smallKey, small));
    }

    private boolean near(Instant moment) {
        return Math.abs(days(moment)) == 1;
    }

    private long days(Instant moment) {
        return ChronoUnit.DAYS.between(there(now).toLocalDate(), there(moment).toLocalDate());
    }

    private ZonedDateTime there(Instant moment) {
        return moment.atZone(zone);
    }
}
