package dev.qiao.signal.look;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What to look at first: what fails below, then what deviated early and far or was changed shortly before and near by, then what helped
 * before. A pure function of what was found and of when the fault began.
 */
final class Ranking {
    /** So many are shown. */
    static final int MOST = 8;

    /** One sort of cause does not push out all others. */
    private static final int OF_ONE_SORT = 3;

    /** After so long a change is half as likely to be the reason. */
    private static final Duration HALF = Duration.ofHours(3);

    /** What deviated so long before could not have come earlier to count more. */
    private static final Duration EARLY = Duration.ofMinutes(30);

    private static final double LEAST = 5;

    private Ranking() {}

    /**
     * A cause, and how likely it is.
     *
     * @param score from 0 to 100; for the order alone
     */
    record Ranked(Cause cause, double score) {}

    static List<Ranked> of(Collection<Cause> causes, Instant fault) {
        var all = causes.stream()
                .map(cause -> new Ranked(cause, score(cause, fault)))
                .filter(ranked -> ranked.score() >= LEAST)
                .sorted(Comparator.comparingDouble(Ranked::score)
                        .reversed()
                        .thenComparing(ranked -> ranked.cause().at()))
                .toList();
        var taken = new HashMap<Class<?>, Integer>();
        var first = new ArrayList<Ranked>();
        for (var ranked : all) if (first.size() < MOST && one(taken, ranked.cause()) <= OF_ONE_SORT) first.add(ranked);
        return List.copyOf(first);
    }

    private static int one(Map<Class<?>, Integer> taken, Cause cause) {
        return taken.merge(cause.getClass(), 1, Integer::sum);
    }

    static double score(Cause cause, Instant fault) {
        return switch (cause) {
            case Cause.Below below -> (below.alone() ? 92 : 70) + Math.min(8, below.depth());
            case Cause.Changed changed -> {
                double halves =
                        (double) Duration.between(changed.at(), fault).abs().toSeconds() / HALF.toSeconds();
                yield 90 * Math.pow(0.5, halves) * Math.pow(0.85, changed.depth());
            }
            case Cause.Metric metric -> 50 + deviation(metric.deviation(), fault);
            case Cause.Pattern pattern -> 45 + deviation(pattern.deviation(), fault);
            case Cause.Solved solved -> 60 * solved.likeness() + (solved.sameService() ? 15 : 0);
        };
    }

    /** Up to 25 for being early, and up to 15 for being far. */
    private static double deviation(Deviation deviation, Instant fault) {
        double early = (double) Duration.between(deviation.at(), fault).toSeconds() / EARLY.toSeconds();
        double far =
                Math.log(deviation.strength() / Deviation.UNUSUAL) / Math.log(Deviation.FARTHEST / Deviation.UNUSUAL);
        return 25 * Math.clamp(early, 0, 1) + 15 * Math.clamp(far, 0, 1);
    }
}
