package dev.qiao.calendar;

import dev.qiao.base.Json;
import dev.qiao.base.Refused;
import dev.qiao.calendar.Rules.Special;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The published holidays and make-up workdays of one year, as holiday-cn writes them. */
public record HolidayList(int year, SortedMap<LocalDate, Special> days) {
    private static final int MOST = 366;

    /** Errors: not such a list, or a year that is not published yet; both name the field. */
    public static HolidayList read(String field, String json) {
        try {
            var list = new Json(json).node();
            int year = list.path("year").asInt(0);
            var days = list.path("days");
            if (year < WorkCalendar.FIRST_YEAR
                    || year > WorkCalendar.LAST_YEAR
                    || !days.isArray()
                    || days.size() > MOST) throw Refused.invalid(field, "calendar.list_unreadable");
            if (days.isEmpty()) throw Refused.invalid(field, "calendar.list_unpublished", year);
            var read = new TreeMap<LocalDate, Special>();
            for (var day : days) put(field, read, year, day);
            return new HolidayList(year, read);
        } catch (JacksonException | DateTimeParseException e) {
            throw Refused.invalid(field, "calendar.list_unreadable");
        }
    }

    private static void put(String field, SortedMap<LocalDate, Special> read, int year, JsonNode day) {
        var date = LocalDate.parse(day.path("date").asString(""));
        if (!day.path("isOffDay").isBoolean() || Math.abs(date.getYear() - year) > 1)
            throw Refused.invalid(field, "calendar.list_unreadable");
        var name = day.path("name").asString("").strip();
        if (name.length() > 40) throw Refused.invalid(field, "calendar.list_unreadable");
        read.put(date, new Special(!day.path("isOffDay").booleanValue(), name, year));
    }
}
