package dev.qiao.signal.status;

import dev.qiao.asset.Service;
import dev.qiao.base.Coded;
import dev.qiao.signal.outage.Availability;
import dev.qiao.signal.outage.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is shown to strangers. Whatever is in it is public: names that an administrator chose to show, states and times.
 *
 * @param at of when it is
 * @param troubles that last, and those that were over in the last days; the newest first
 * @param planned maintenance that goes on, or comes in the next days; the nearest first
 */
public record Board(
        String title, Instant at, ZoneId zone, List<Line> lines, List<Trouble> troubles, List<Window> planned) {
    static final int DAYS = 90;
    static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration BACK = Duration.ofDays(7);
    private static final int MOST = 50;

    /** The worst first. */
    public enum State implements Coded {
        DOWN,
        MAINTENANCE,
        UP;

        /** The mark that stands for it. */
        public String mark() {
            return switch (this) {
                case DOWN -> "down";
                case MAINTENANCE -> "planned";
                case UP -> "up";
            };
        }
    }

    /**
     * A service.
     *
     * @param days the oldest first
     * @param percent of all those days; nothing where none counts
     */
    public record Line(String service, State state, List<Day> days, OptionalDouble percent) {}

    /** A day, as far as it has passed and counts; nothing where it does not. */
    public record Day(LocalDate date, OptionalDouble percent) {}

    /** A time in which a service did not work; lasting while it has no end. */
    public record Trouble(
            String service, Instant from, @Nullable Instant until) {}

    public record Window(String service, Instant from, Instant until) {}

    /** Everything that may count, by the numbers of services; the times of outages are up to now where they last. */
    record Known(Map<Long, List<Stretch>> outages, Map<Long, List<Stretch>> planned) {
        List<Stretch> outages(Service service) {
            return outages.getOrDefault(service.id(), List.of());
        }

        List<Stretch> planned(Service service) {
            return planned.getOrDefault(service.id(), List.of());
        }
    }

    /** From the first moment of the first day. */
    static Stretch reach(ZoneId zone, Instant now) {
        return new Stretch(
                now.atZone(zone)
                        .toLocalDate()
                        .minusDays(DAYS - 1L)
                        .atStartOfDay(zone)
                        .toInstant(),
                now);
    }

    static Board of(StatusPage page, Collection<Service> services, Known known, ZoneId zone, Instant now) {
        var lines = new ArrayList<Line>();
        var troubles = new ArrayList<Trouble>();
        var windows = new ArrayList<Window>();
        for (var service : services) {
            var outages = Stretch.union(known.outages(service));
            var planned = Stretch.union(known.planned(service));
            lines.add(line(service, outages, planned, page.since(), zone, now));
            for (var outage : outages)
                if (outage.until().isAfter(now.minus(BACK)))
                    troubles.add(new Trouble(
                            service.name(), outage.from(), outage.until().isBefore(now) ? outage.until() : null));
            for (var window : planned)
                if (window.until().isAfter(now)) windows.add(new Window(service.name(), window.from(), window.until()));
        }
        lines.sort(Comparator.comparing(Line::state));
        troubles.sort(Comparator.comparing((Trouble trouble) -> trouble.until() != null)
                .thenComparing(Trouble::from, Comparator.reverseOrder()));
        windows.sort(Comparator.comparing(Window::from));
        return new Board(page.title(), now, zone, List.copyOf(lines), first(troubles), first(windows));
    }

    private static <T> List<T> first(List<T> all) {
        return all.stream().limit(MOST).toList();
    }

    private static Line line(
            Service service, List<Stretch> outages, List<Stretch> planned, Instant since, ZoneId zone, Instant now) {
        boolean maintained = planned.stream().anyMatch(window -> holds(window, now));
        boolean down = outages.stream().anyMatch(outage -> !outage.until().isBefore(now));
        var state = maintained ? State.MAINTENANCE : down ? State.DOWN : State.UP;
        var today = now.atZone(zone).toLocalDate();
        var days = new ArrayList<Day>();
        for (int back = DAYS - 1; back >= 0; back--) {
            var date = today.minusDays(back);
            var from = date.atStartOfDay(zone).toInstant();
            var until = date.plusDays(1).atStartOfDay(zone).toInstant();
            days.add(new Day(date, percent(from, until, outages, planned, since, now)));
        }
        var first = reach(zone, now).from();
        return new Line(service.name(), state, List.copyOf(days), percent(first, now, outages, planned, since, now));
    }

    private static boolean holds(Stretch window, Instant now) {
        return !window.from().isAfter(now) && window.until().isAfter(now);
    }

    /** Of the part of this time that lies between the beginning of the page and now. */
    private static OptionalDouble percent(
            Instant from, Instant until, List<Stretch> outages, List<Stretch> planned, Instant since, Instant now) {
        var begin = since.isAfter(from) ? since : from;
        var end = until.isAfter(now) ? now : until;
        if (!begin.isBefore(end)) return OptionalDouble.empty();
        return Availability.in(new Stretch(begin, end), outages, planned).percent();
    }
}
