package dev.qiao.sla;

import dev.qiao.base.Origin;
import dev.qiao.sla.ladder.Mark;
import dev.qiao.sla.ladder.Rung;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A clock as its row holds it.
 *
 * @param revision of the calendars that it was computed with
 * @param told the percent of the last step that was told
 * @param climbed codes of the levels of its ladder that are behind it
 */
record StoredClock(Subject subject, Origin origin, long revision, int told, Set<String> climbed, Clock clock) {
    StoredClock {
        climbed = Set.copyOf(climbed);
    }

    /** An imported past tells nothing; its open clocks begin to when they go live. */
    @Nullable
    Instant nextAt() {
        return origin == Origin.IMPORT ? null : clock.nextAt(told);
    }

    /** When it comes to the next level of its ladder; nothing while that cannot be said. */
    @Nullable
    Instant rungAt() {
        if (origin == Origin.IMPORT) return null;
        return ahead().map(clock::comes)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The levels that it has come to and that nobody was told of, in the order of their moments. */
    List<Mark> passed(Instant now) {
        return ahead().filter(mark -> {
                    var at = clock.comes(mark);
                    return at != null && !at.isAfter(now);
                })
                .sorted(Comparator.<Mark, Instant>comparing(mark -> Objects.requireNonNull(clock.comes(mark)))
                        .thenComparing(Mark::due)
                        .thenComparingInt(Mark::amount))
                .toList();
    }

    /** The same with all behind it that it has come to. */
    StoredClock climbed(Instant now) {
        var all = new TreeSet<>(climbed);
        passed(now).forEach(mark -> all.add(mark.code()));
        return new StoredClock(subject, origin, revision, told, all, clock);
    }

    StoredClock with(Clock other, long computedWith) {
        return new StoredClock(subject, origin, computedWith, told, climbed, other);
    }

    StoredClock told(int percent, Origin from) {
        return new StoredClock(subject, from, revision, percent, climbed, clock);
    }

    private Stream<Mark> ahead() {
        return clock.terms().ladder().stream()
                .filter(rung -> rung.metric() == clock.metric())
                .map(Rung::mark)
                .distinct()
                .filter(mark -> !climbed.contains(mark.code()));
    }
}
