package dev.qiao.calendar;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Working time, exact to the microsecond: rules that change hold from their moment on. Immutable; adding and measuring take
 * O(log n) over the prefix sums of the years they touch, which are laid out when first asked for.
 */
public final class WorkCalendar {
    public static final int FIRST_YEAR = 1900;
    public static final int LAST_YEAR = 2199;

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z").minus(1, ChronoUnit.MICROS);

    private static final long ENDLESS = Duration.between(FIRST, LAST).toSeconds();

    private final List<Edition> editions;
    private final Map<Integer, WorkYear> years = new ConcurrentHashMap<>();

    private WorkCalendar(List<Edition> editions) {
        this.editions = List.copyOf(editions);
    }

    /** Whose rules hold for all time. */
    public static WorkCalendar of(Rules rules) {
        return new WorkCalendar(List.of(new Edition(Instant.MIN, rules)));
    }

    /** Of editions in the order of their moments. */
    public static WorkCalendar of(List<Edition> editions) {
        if (editions.isEmpty()) throw new IllegalArgumentException("a calendar without rules");
        return new WorkCalendar(editions);
    }

    /** The same with other rules from a moment on. */
    public WorkCalendar from(Instant moment, Rules rules) {
        var more = new ArrayList<>(editions);
        more.removeIf(e -> !e.from().isBefore(moment));
        more.add(new Edition(moment, rules));
        return new WorkCalendar(more);
    }

    /** The first moment at which so much work has passed. Errors: it lies beyond what can be planned. */
    public Instant add(Instant from, Duration work) {
        long left = Math.min(work.toSeconds(), ENDLESS) * 1_000_000 + work.toNanosPart() / 1_000;
        if (left <= 0) return from;
        long start = micros(within(from));
        for (int year = yearOf(start); year <= LAST_YEAR; year++) {
            var laid = year(year);
            long passed = laid.measure(start);
            if (laid.total() - passed >= left) return instant(laid.reach(passed + left));
            left -= laid.total() - passed;
        }
        throw Refused.invalid("minutes", "calendar.too_far", LAST_YEAR);
    }

    /** The work between two moments; none if they are not in order. */
    public Duration between(Instant from, Instant to) {
        if (!from.isBefore(to)) return Duration.ZERO;
        long start = micros(within(from));
        long end = micros(within(to));
        long work = -year(yearOf(start)).measure(start);
        for (int year = yearOf(start); year < yearOf(end); year++)
            work += year(year).total();
        return Duration.of(work + year(yearOf(end)).measure(end), ChronoUnit.MICROS);
    }

    /** Time cut into what counts and what does not, in order and without holes. */
    public List<Piece> pieces(Instant from, Instant to) {
        var pieces = new ArrayList<Piece>();
        if (!from.isBefore(to)) return pieces;
        long start = micros(within(from));
        long end = micros(within(to));
        for (int year = yearOf(start); year <= yearOf(end); year++) {
            year(year).each(start, end, (a, b) -> work(pieces, instant(start), instant(a), instant(b)));
        }
        var rest = pieces.isEmpty() ? instant(start) : pieces.getLast().to();
        if (rest.isBefore(instant(end))) pieces.add(rest(rest, instant(end)));
        return pieces;
    }

    /** When what is published ends; nothing if it follows no published lists. */
    public Optional<Instant> knownUntil() {
        var rules = rules();
        if (!rules.listed()) return Optional.empty();
        if (rules.years().isEmpty()) return Optional.of(FIRST);
        return Optional.of(LocalDate.of(rules.years().last() + 1, 1, 1)
                .atStartOfDay(rules.zone())
                .toInstant());
    }

    /** Whether an answer about this time rests on a year whose list is not published. */
    public boolean assumed(Instant from, Instant to) {
        var rules = rules();
        var end = from.isBefore(to) ? to.minus(1, ChronoUnit.MICROS) : to;
        int last = within(end).atZone(rules.zone()).getYear();
        for (int year = within(from).atZone(rules.zone()).getYear(); year <= last; year++) {
            if (!rules.known(year)) return true;
        }
        return false;
    }

    /** The newest rules. */
    public Rules rules() {
        return editions.getLast().rules();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WorkCalendar that && editions.equals(that.editions);
    }

    @Override
    public int hashCode() {
        return editions.hashCode();
    }

    private void work(List<Piece> pieces, Instant start, Instant from, Instant to) {
        var last = pieces.isEmpty() ? null : pieces.getLast();
        var reached = last == null ? start : last.to();
        if (reached.isBefore(from)) pieces.add(rest(reached, from));
        if (last != null && last.counted() && last.to().equals(from)) {
            pieces.set(pieces.size() - 1, new Piece(last.from(), to, true, last.reasonKey()));
        } else {
            pieces.add(new Piece(from, to, true, "calendar.working"));
        }
    }

    private Piece rest(Instant from, Instant to) {
        var rules = rules();
        var first = from.atZone(rules.zone()).toLocalDate();
        var last = to.minusNanos(1).atZone(rules.zone()).toLocalDate();
        boolean holiday =
                rules.days().subMap(first, last.plusDays(1)).values().stream().anyMatch(day -> !day.working());
        return new Piece(from, to, false, holiday ? "calendar.holiday" : "calendar.off_hours");
    }

    private WorkYear year(int year) {
        return years.computeIfAbsent(year, y -> new WorkYear(y, editions));
    }

    private static Instant within(Instant at) {
        if (at.isBefore(FIRST)) return FIRST;
        return at.isAfter(LAST) ? LAST : at;
    }

    private static int yearOf(long micros) {
        return LocalDate.ofEpochDay(Math.floorDiv(micros, 86_400_000_000L)).getYear();
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
