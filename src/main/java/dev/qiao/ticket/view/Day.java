package dev.qiao.ticket.view;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** An end of a stretch of time as people say it: a date, so many days from today, or this very moment. */
public sealed interface Day {
    Pattern RELATIVE = Pattern.compile("today([+-]\\d{1,4})?");

    record On(LocalDate date) implements Day {
        @Override
        public String toString() {
            return date.toString();
        }
    }

    record FromToday(int days) implements Day {
        @Override
        public String toString() {
            return days == 0 ? "today" : days > 0 ? "today+" + days : "today" + days;
        }
    }

    record Now() implements Day {
        @Override
        public String toString() {
            return "now";
        }
    }

    static Optional<Day> of(String text) {
        if (text.equals("now")) return Optional.of(new Now());
        var relative = RELATIVE.matcher(text);
        if (relative.matches())
            return Optional.of(new FromToday(relative.group(1) == null ? 0 : Integer.parseInt(relative.group(1))));
        try {
            var date = LocalDate.parse(text);
            return date.getYear() < 1970 || date.getYear() > 9999 ? Optional.empty() : Optional.of(new On(date));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    default Instant begins(Instant now, ZoneId zone) {
        return switch (this) {
            case On(var date) -> date.atStartOfDay(zone).toInstant();
            case FromToday(int days) ->
                LocalDate.ofInstant(now, zone).plusDays(days).atStartOfDay(zone).toInstant();
            case Now() -> now;
        };
    }

    /** The first moment after it. */
    default Instant ends(Instant now, ZoneId zone) {
        return switch (this) {
            case On(var date) -> date.plusDays(1).atStartOfDay(zone).toInstant();
            case FromToday(int days) -> new FromToday(days + 1).begins(now, zone);
            case Now() -> now;
        };
    }
}
