package dev.qiao.calendar;

/**
 * A calendar of the desk.
 *
 * @param revision of its newest rules
 */
public record Calendar(long id, String code, String name, WorkCalendar time, long revision) {
    public Rules rules() {
        return time.rules();
    }
}
