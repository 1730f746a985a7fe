package dev.qiao.calendar.web;

import dev.qiao.calendar.WorkCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * "Due in so many minutes from then", tried on a calendar.
 *
 * @param from on the reader's wall clock
 */
public record Trial(String from, String minutes, Instant due, boolean assumed) {
    private static final String HOURS_EIGHT = "480";

    static Trial of(WorkCalendar calendar, @Nullable String from, @Nullable String minutes, Instant now, ZoneId zone) {
        var start = from == null || from.isBlank()
                ? LocalDateTime.ofInstant(now, zone)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                : from;
        var work = minutes == null || minutes.isBlank() ? HOURS_EIGHT : minutes;
        var began = Asked.local("from", start, zone);
        var due = calendar.add(began, Asked.minutes("minutes", work));
        return new Trial(start, work, due, calendar.assumed(began, due));
    }
}
