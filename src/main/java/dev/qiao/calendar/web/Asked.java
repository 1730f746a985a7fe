package dev.qiao.calendar.web;

import dev.qiao.base.Refused;
import dev.qiao.calendar.WorkCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads what is asked of a calendar; what cannot be read is refused with its field and what is expected. */
final class Asked {
    private static final long MOST_MINUTES = 10_000_000;

    private Asked() {}

    /** A moment with its offset; the plus sign of an offset may have become a blank on its way. */
    static Instant moment(String field, @Nullable String text) {
        if (text == null || text.isBlank()) throw Refused.invalid(field, "calendar.moment_missing");
        try {
            return ranged(
                    field, OffsetDateTime.parse(text.strip().replace(' ', '+')).toInstant());
        } catch (DateTimeException e) {
            throw Refused.invalid(field, "calendar.moment_wrong", text);
        }
    }

    /** A moment as a form field of a browser gives it: on the wall clock of the reader. */
    static Instant local(String field, String text, ZoneId zone) {
        try {
            return ranged(field, LocalDateTime.parse(text.strip()).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            throw Refused.invalid(field, "calendar.moment_wrong", text);
        }
    }

    static Duration minutes(String field, @Nullable String text) {
        try {
            long minutes = Long.parseLong(text == null ? "" : text.strip());
            if (minutes < 0 || minutes > MOST_MINUTES)
                throw Refused.invalid(field, "calendar.minutes_wrong", MOST_MINUTES);
            return Duration.ofMinutes(minutes);
        } catch (NumberFormatException e) {
            throw Refused.invalid(field, "calendar.minutes_wrong", MOST_MINUTES);
        }
    }

    static YearMonth month(@Nullable String text, Instant now, ZoneId zone) {
        if (text == null || text.isBlank()) return YearMonth.from(now.atZone(zone));
        try {
            var month = YearMonth.parse(text.strip());
            if (month.getYear() < WorkCalendar.FIRST_YEAR || month.getYear() > WorkCalendar.LAST_YEAR)
                throw Refused.invalid("month", "calendar.month_wrong", text);
            return month;
        } catch (DateTimeException e) {
            throw Refused.invalid("month", "calendar.month_wrong", text);
        }
    }

    private static Instant ranged(String field, Instant at) {
        int year = at.atOffset(ZoneOffset.UTC).getYear();
        if (year < WorkCalendar.FIRST_YEAR || year > WorkCalendar.LAST_YEAR)
            throw Refused.invalid(
                    field,
                    "calendar.moment_range",
                    Integer.toString(WorkCalendar.FIRST_YEAR),
                    Integer.toString(WorkCalendar.LAST_YEAR));
        return at;
    }
}
