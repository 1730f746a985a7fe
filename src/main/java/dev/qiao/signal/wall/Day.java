package dev.qiao.signal.wall;

import dev.qiao.ticket.load.Broke;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The incidents of a day on a line, in parts of a hundred of it. A pure function.
 *
 * @param more how many found no room
 * @param now where the day has come to
 */
public record Day(List<Bar> bars, int more, String now) {
    private static final int LANES = 3;

    /** So much of the line a name takes. */
    private static final double NAME = 17;

    private static final double LEAST = 0.6;

    /**
     * An incident.
     *
     * @param open whether it is not restored
     * @param late whether its name stands to the left of it, for there is no more room to the right
     */
    public record Bar(Broke incident, boolean open, boolean late, String x, String width, String words, int lane) {
        /** Where it stands from above, in percent. */
        public String y() {
            return 4 + lane * 24 + "%";
        }

        public String textY() {
            return 15 + lane * 24 + "%";
        }
    }

    static Day of(List<Broke> incidents, Instant begin, Instant end, Instant now) {
        var ends = new double[LANES];
        var bars = new ArrayList<Bar>();
        int more = 0;
        var inOrder = incidents.stream()
                .sorted(Comparator.comparing(Broke::began).thenComparingLong(Broke::number))
                .toList();
        for (var incident : inOrder) {
            var restored = incident.restored();
            double from = Math.clamp(part(incident.began(), begin, end), 0, 100 - LEAST);
            double until = Math.clamp(part(restored == null ? now : restored, begin, end), from + LEAST, 100);
            boolean late = until > 100 - NAME;
            double left = late ? from - NAME : from;
            double right = late ? until : until + NAME;
            int lane = free(ends, left);
            if (lane < 0) {
                more++;
                continue;
            }
            ends[lane] = right;
            bars.add(new Bar(
                    incident,
                    restored == null,
                    late,
                    written(from),
                    written(until - from),
                    written(late ? from - 0.5 : until + 0.5),
                    lane));
        }
        return new Day(bars, more, written(Math.clamp(part(now, begin, end), 0, 100)));
    }

    private static int free(double[] ends, double from) {
        for (int lane = 0; lane < ends.length; lane++) if (ends[lane] <= from || ends[lane] == 0) return lane;
        return -1;
    }

    private static double part(Instant at, Instant begin, Instant end) {
        return 100.0
                * Duration.between(begin, at).toSeconds()
                / Duration.between(begin, end).toSeconds();
    }

    private static String written(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
