package dev.qiao.report;

import dev.qiao.base.Refused;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** From a moment until just before another. */
public record Period(Instant from, Instant to) {
    private static final Duration LONGEST = Duration.ofDays(3 * 366);

    public Period {
        if (!from.isBefore(to)) throw Refused.invalid("to", "report.period_empty");
        if (Duration.between(from, to).compareTo(LONGEST) > 0) throw Refused.invalid("to", "report.period_long", 3);
    }

    /** A calendar month in this zone. */
    public static Period month(YearMonth month, ZoneId zone) {
        return days(month.atDay(1), month.plusMonths(1).atDay(1), zone);
    }

    /** From the beginning of a day to the beginning of another, in this zone. */
    public static Period days(LocalDate from, LocalDate to, ZoneId zone) {
        return new Period(
                from.atStartOfDay(zone).toInstant(), to.atStartOfDay(zone).toInstant());
    }

    /** Dates of this zone, or moments; nothing means this month. Errors: invalid, naming the field. */
    public static Period of(@Nullable String from, @Nullable String to, ZoneId zone, Instant now) {
        var month = YearMonth.from(now.atZone(zone));
        var start = from == null || from.isBlank()
                ? month.atDay(1).atStartOfDay(zone).toInstant()
                : moment("from", from, zone);
        var end = to == null || to.isBlank()
                ? YearMonth.from(start.atZone(zone))
                        .plusMonths(1)
                        .atDay(1)
                        .atStartOfDay(zone)
                        .toInstant()
                : moment("to", to, zone);
        return new Period(start, end);
    }

    private static Instant moment(String field, String text, ZoneId zone) {
        try {
            if (text.length() == 7)
                return YearMonth.parse(text).atDay(1).atStartOfDay(zone).toInstant();
            if (text.length() == 10)
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw Refused.invalid(field, "report.bad_date");
        }
    }
}
