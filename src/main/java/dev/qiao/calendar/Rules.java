package dev.qiao.calendar;

import dev.qiao.base.Refused;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What working time is: the hours of a week, and the days that differ.
 *
 * @param week the hours of Monday to Sunday
 * @param makeUp the hours of a make-up workday 调休
 * @param listed whether it follows published lists of holidays; then every year needs its list to be known
 * @param years the years whose lists are in {@code days}
 */
public record Rules(
        ZoneId zone,
        List<List<Hours>> week,
        List<Hours> makeUp,
        boolean listed,
        SortedSet<Integer> years,
        SortedMap<LocalDate, Special> days) {

    /**
     * A day that differs from its weekday: off, or a make-up workday.
     *
     * @param list the year whose list names it: that of New Year names days of two years
     */
    public record Special(boolean working, String name, int list) {}

    public Rules {
        if (week.size() != 7) throw new IllegalArgumentException("a week has seven days, not " + week.size());
        if (week.stream().allMatch(List::isEmpty)) throw Refused.invalid("week", "calendar.never_works");
        week = List.copyOf(week);
        makeUp = List.copyOf(makeUp);
        years = Collections.unmodifiableSortedSet(new TreeSet<>(years));
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
    }

    /** Every minute of every day. */
    public static Rules always(ZoneId zone) {
        var day = List.of(new Hours(0, Hours.DAY));
        return weekly(zone, Collections.nCopies(7, day));
    }

    /** A week without holidays. */
    public static Rules weekly(ZoneId zone, List<List<Hours>> week) {
        return new Rules(zone, week, List.of(), false, new TreeSet<>(), new TreeMap<>());
    }

    /** The working hours of a date. */
    public List<Hours> on(LocalDate date) {
        var special = days.get(date);
        if (special == null) return week.get(date.getDayOfWeek().getValue() - 1);
        return special.working() ? makeUp : List.of();
    }

    /** The same with a year's list in place of what was known of that year. */
    public Rules with(HolidayList list) {
        var newDays = new TreeMap<>(days);
        newDays.values().removeIf(day -> day.list() == list.year());
        newDays.putAll(list.days());
        var newYears = new TreeSet<>(years);
        newYears.add(list.year());
        return new Rules(zone, week, makeUp, true, newYears, newDays);
    }

    public boolean known(int year) {
        return !listed || years.contains(year);
    }
}
