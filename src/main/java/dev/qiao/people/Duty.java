package dev.qiao.people;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A span of the weekly roster.
 *
 * @param starts minute of the day, 0 to 1439
 * @param ends minute of the day, 1 to 1440; not after the start: on the next day
 */
public record Duty(long person, DayOfWeek day, int starts, int ends) {

    boolean sound() {
        return starts >= 0 && starts < 1440 && ends > 0 && ends <= 1440 && starts != ends;
    }

    /** What a person cannot do twice: begin. */
    String start() {
        return person + " " + day + " " + starts;
    }

    /** Whether the moment lies in this span, in the week that it belongs to. */
    boolean holds(Instant moment, ZoneId zone) {
        var today = moment.atZone(zone).toLocalDate();
        return holds(moment, zone, today) || holds(moment, zone, today.minusDays(1));
    }

    private boolean holds(Instant moment, ZoneId zone, LocalDate first) {
        if (first.getDayOfWeek() != day) return false;
        var last = ends <= starts ? first.plusDays(1) : first;
        return !moment.isBefore(at(first, starts, zone)) && moment.isBefore(at(last, ends, zone));
    }

    /** A wall-clock time that daylight saving leaps over is the moment after the leap. */
    private static Instant at(LocalDate day, int minute, ZoneId zone) {
        return day.plusDays(minute / 1440)
                .atTime(minute % 1440 / 60, minute % 60)
                .atZone(zone)
                .toInstant();
    }
}
