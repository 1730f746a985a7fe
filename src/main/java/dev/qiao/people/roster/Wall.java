package dev.qiao.people.roster;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The wall clock of a zone as people keep to it: a time comes when the clock first shows it or a later one. An hour that is leapt
 * over comes with the leap; an hour that is lived twice comes once.
 */
final class Wall {
    private Wall() {}

    /** The first moment at which the clock has shown this time or a later one. */
    static Instant at(LocalDateTime time, ZoneId zone) {
        var change = zone.getRules().getTransition(time);
        if (change == null) return time.atZone(zone).toInstant();
        return change.isGap() ? change.getInstant() : time.toInstant(change.getOffsetBefore());
    }

    /** The latest time that the clock has shown so far: it stands still while an hour is lived for the second time. */
    static LocalDateTime shown(Instant moment, ZoneId zone) {
        var local = LocalDateTime.ofInstant(moment, zone);
        var last = zone.getRules().previousTransition(moment.plusNanos(1));
        if (last == null || !last.isOverlap() || !local.isBefore(last.getDateTimeBefore())) return local;
        return last.getDateTimeBefore().minusNanos(1);
    }
}
