package dev.qiao.signal.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From one moment up to before another. */
public record Stretch(Instant from, Instant until) {
    public Stretch {
        if (until.isBefore(from)) throw new IllegalArgumentException("ends before it begins");
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    /** The part of it that lies in another. */
    Optional<Stretch> within(Stretch other) {
        var begin = from.isAfter(other.from) ? from : other.from;
        var end = until.isBefore(other.until) ? until : other.until;
        return begin.isBefore(end) ? Optional.of(new Stretch(begin, end)) : Optional.empty();
    }

    /** All that any of them covers, in order, without overlaps. */
    public static List<Stretch> union(Collection<Stretch> all) {
        var merged = new ArrayList<Stretch>();
        for (var next : all.stream().sorted(Comparator.comparing(Stretch::from)).toList()) {
            if (next.from.equals(next.until)) continue;
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.from.isAfter(last.until)) merged.add(next);
            else if (next.until.isAfter(last.until)) merged.set(merged.size() - 1, new Stretch(last.from, next.until));
        }
        return merged;
    }

    /** What the first cover and the others do not; both without overlaps. */
    static List<Stretch> without(List<Stretch> these, List<Stretch> others) {
        var left = new ArrayList<Stretch>();
        for (var each : these) {
            var from = each.from;
            for (var other : others) {
                if (!other.until.isAfter(from)) continue;
                if (!other.from.isBefore(each.until)) break;
                if (other.from.isAfter(from)) left.add(new Stretch(from, other.from));
                from = other.until;
                if (!from.isBefore(each.until)) break;
            }
            if (from.isBefore(each.until)) left.add(new Stretch(from, each.until));
        }
        return left;
    }

    static Duration total(Collection<Stretch> all) {
        return all.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
    }
}
