package dev.qiao.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When things go wrong in a year: mostly in working hours, a little more often towards the end, and some of it right now. */
record Year(List<Start> starts) {
    /** @param seed of the ticket's own dice, so that it lives the same life whoever writes it */
    record Start(Instant at, long seed, Fate fate) {}

    static final int TICKETS = 3_000;
    private static final int DAYS = 365;
    /** How often something happens in each hour of a working day. */
    private static final int[] HOURS = {0, 0, 0, 0, 0, 0, 1, 7, 22, 30, 28, 20, 8, 14, 26, 24, 20, 14, 8, 5, 3, 1, 0, 0
    };

    /** What is to be seen at this moment, by how many minutes ago it began. */
    private record Now(Fate fate, List<Integer> minutesAgo) {
        Now(Fate fate, Integer... minutesAgo) {
            this(fate, List.of(minutesAgo));
        }
    }

    private static final List<Now> PRESENT = List.of(
            new Now(Fate.WAITING, 2, 6, 11, 19, 95, 205),
            new Now(Fate.WORKING, 35, 70, 130, 180, 220, 260, 330, 410, 620, 880, 1_120, 1_230, 1_330, 1_500, 2_050),
            new Now(Fate.ON_HOLD, 500, 1_300, 1_900, 2_700, 3_900, 5_200, 6_600),
            new Now(Fate.RESOLVED, 700, 900, 1_500, 2_100, 2_600, 3_300));

    static Year ending(Instant present, long seed) {
        var dice = new SplittableRandom(seed);
        var shown = PRESENT.stream()
                .flatMap(now -> now.minutesAgo().stream()
                        .map(ago -> new Start(present.minus(Duration.ofMinutes(ago)), dice.nextLong(), now.fate())))
                .toList();
        var rest = new ArrayList<Start>();
        while (rest.size() < TICKETS - shown.size()) {
            var at = moment(present, dice);
            if (at.isBefore(present.minus(Duration.ofHours(3)))) rest.add(new Start(at, dice.nextLong(), Fate.ANY));
        }
        return new Year(Stream.concat(rest.stream(), shown.stream())
                .sorted(java.util.Comparator.comparing(Start::at))
                .toList());
    }

    private static Instant moment(Instant present, SplittableRandom dice) {
        while (true) {
            int ago = (int) (DAYS * Math.pow(dice.nextDouble(), 1.15));
            var day = present.atZone(Founding.ZONE).toLocalDate().minusDays(ago);
            boolean free = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            if (free && dice.nextInt(100) < 80) continue;
            return day.atTime(hour(dice), dice.nextInt(60), dice.nextInt(60))
                    .atZone(Founding.ZONE)
                    .toInstant();
        }
    }

    private static int hour(SplittableRandom dice) {
        int at = dice.nextInt(IntStream.of(HOURS).sum());
        for (int hour = 0; hour < HOURS.length; hour++) {
            at -= HOURS[hour];
            if (at < 0) return hour;
        }
        return 12;
    }
}
