package dev.qiao.calendar;

import static dev.qiao.calendar.WorkCalendar.micros;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/**
 * The working time of one UTC year as intervals with prefix sums, in microseconds since 1970. Wherever the offset of the zone is
 * constant, wall clock and time differ by that constant: so gaps and overlaps of daylight saving need no rule of their own.
 */
final class WorkYear {
    private static final long MINUTE = 60_000_000L;
    private static final long DAY = Hours.DAY * MINUTE;

    private long[] starts = new long[64];
    private long[] ends = new long[64];
    private int size;
    private final long[] before;

    WorkYear(int year, List<Edition> editions) {
        var first = LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        var last = LocalDate.of(year + 1, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
        for (int i = 0; i < editions.size(); i++) {
            var from = later(first, editions.get(i).from());
            var to = i + 1 < editions.size() ? earlier(last, editions.get(i + 1).from()) : last;
            if (from.isBefore(to)) lay(editions.get(i).rules(), from, to);
        }
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
        before = new long[size + 1];
        for (int i = 0; i < size; i++) before[i + 1] = before[i] + ends[i] - starts[i];
    }

    long total() {
        return before[size];
    }

    /** The work of this year that lies before a moment. */
    long measure(long at) {
        int found = Arrays.binarySearch(starts, at);
        int i = found >= 0 ? found : -found - 2;
        return i < 0 ? 0 : before[i] + Math.min(at, ends[i]) - starts[i];
    }

    /** The first moment that has this much work of the year before it; {@code work} is above 0 and at most the total. */
    long reach(long work) {
        int found = Arrays.binarySearch(before, work);
        int i = found >= 0 ? firstEqual(found) : -found - 1;
        return starts[i - 1] + work - before[i - 1];
    }

    /** The intervals between two moments are handed over in order. */
    void each(long from, long to, IntervalTaker taker) {
        int found = Arrays.binarySearch(ends, from);
        for (int i = found >= 0 ? found + 1 : -found - 1; i < size && starts[i] < to; i++) {
            taker.take(Math.max(starts[i], from), Math.min(ends[i], to));
        }
    }

    @FunctionalInterface
    interface IntervalTaker {
        void take(long from, long to);
    }

    private int firstEqual(int found) {
        int i = found;
        while (i > 0 && before[i - 1] == before[found]) i--;
        return i;
    }

    private void lay(Rules rules, Instant from, Instant to) {
        var zone = rules.zone().getRules();
        for (var at = from; at.isBefore(to); ) {
            var change = zone.nextTransition(at);
            var until = change == null ? to : earlier(to, change.getInstant());
            layConstant(rules, micros(at), micros(until), zone.getOffset(at).getTotalSeconds() * 1_000_000L);
            at = until;
        }
    }

    private void layConstant(Rules rules, long from, long to, long offset) {
        for (long day = Math.floorDiv(from + offset, DAY); day * DAY < to + offset; day++) {
            long midnight = day * DAY - offset;
            for (var hours : rules.on(LocalDate.ofEpochDay(day))) {
                add(Math.max(from, midnight + hours.from() * MINUTE), Math.min(to, midnight + hours.to() * MINUTE));
            }
        }
    }

    private void add(long from, long to) {
        if (from >= to) return;
        if (size > 0 && ends[size - 1] == from) {
            ends[size - 1] = to;
            return;
        }
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = from;
        ends[size++] = to;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
