package dev.qiao.people.roster.web;

import dev.qiao.base.web.Face;
import dev.qiao.calendar.Rules;
import dev.qiao.people.roster.Layer;
import dev.qiao.people.roster.Shift;
import dev.qiao.people.roster.web.RosterView.Day;
import dev.qiao.people.roster.web.RosterView.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lays shifts out on days.
 *
 * @param reader who looks
 * @param member whether they can stand in
 * @param month outside of which days are only there to fill weeks; null: none is
 */
record RosterDays(
        String path,
        ZoneId zone,
        Rules holidays,
        Map<Long, String> layers,
        Map<Long, String> names,
        long reader,
        boolean member,
        @Nullable YearMonth month,
        Instant now) {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    List<List<Day>> weeks(LocalDate monday, int weeks, List<Shift> shifts) {
        return IntStream.range(0, weeks)
                .mapToObj(week -> Stream.iterate(monday.plusWeeks(week), day -> day.plusDays(1))
                        .limit(7)
                        .map(day -> day(day, shifts))
                        .toList())
                .toList();
    }

    private Day day(LocalDate day, List<Shift> shifts) {
        var from = day.atStartOfDay(zone).toInstant();
        var to = day.plusDays(1).atStartOfDay(zone).toInstant();
        var special = holidays.days().get(day);
        return new Day(
                day,
                month != null && !YearMonth.from(day).equals(month),
                !holidays.on(day).isEmpty(),
                special == null ? null : special.name(),
                shifts.stream()
                        .filter(shift -> shift.from().isBefore(to) && shift.to().isAfter(from))
                        .map(shift -> entry(shift, from, to))
                        .toList());
    }

    private Entry entry(Shift shift, Instant from, Instant to) {
        var starts = shift.from().isBefore(from) ? from : shift.from();
        var ends = shift.to().isAfter(to) ? to : shift.to();
        boolean whole = starts.equals(from) && ends.equals(to);
        var post = shift.post();
        return new Entry(
                whole ? null : clock(starts) + "–" + (ends.equals(to) ? "24:00" : clock(ends)),
                post.layer() == null ? null : layers.get(post.layer()),
                post.person() == null ? null : Face.us(post.person(), names.getOrDefault(post.person(), ""), null),
                post.instead() == null ? null : names.get(post.instead()),
                shift.of(reader),
                link(shift));
    }

    /** One's own shift can be offered, another's can be taken, and so can a gap. */
    private @Nullable String link(Shift shift) {
        if (!member || !shift.to().isAfter(now)) return null;
        var span = "?from=" + shift.from() + "&to=" + shift.to();
        if (shift.of(reader)) return shift.from().isAfter(now) ? path + "/swaps/new" + span : null;
        var instead = shift.gap() ? shift.post().instead() : shift.person();
        return path + "/covers/new" + span + (instead == null ? "" : "&instead=" + instead);
    }

    private String clock(Instant at) {
        return CLOCK.format(at.atZone(zone));
    }

    static Map<Long, String> layers(List<Layer> layers) {
        return layers.stream().collect(java.util.stream.Collectors.toMap(Layer::id, Layer::name));
    }
}
