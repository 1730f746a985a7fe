package dev.qiao.signal.outage;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How much of a time a service was there: one minus its outages, in what is left of the time without planned windows.
 *
 * @param of the time in which it was to be there
 * @param out how much of that it was not
 */
public record Availability(Duration of, Duration out) {
    /**
     * Of a time, with what did not work in it and what was planned.
     *
     * @param time a month, as far as it has passed
     */
    public static Availability in(Stretch time, Collection<Stretch> outages, Collection<Stretch> planned) {
        var windows = within(time, planned);
        var wanted = Stretch.without(List.of(time), windows);
        var out = Stretch.without(within(time, outages), windows);
        return new Availability(Stretch.total(wanted), Stretch.total(out));
    }

    private static List<Stretch> within(Stretch time, Collection<Stretch> all) {
        return Stretch.union(
                all.stream().flatMap(each -> each.within(time).stream()).toList());
    }

    /** In percent; nothing where it was never to be there. */
    public OptionalDouble percent() {
        if (of.isZero()) return OptionalDouble.empty();
        return OptionalDouble.of(100.0 * (of.toMillis() - out.toMillis()) / of.toMillis());
    }
}
