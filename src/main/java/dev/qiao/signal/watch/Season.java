package dev.qiao.signal.watch;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Far from what it usually is in this hour of this weekday, as the weeks before were.
 *
 * @param side on which side trouble is; null: on both
 * @param times how many times its usual scatter it is off
 * @param least what is off by less than this is nothing, however steady it usually is
 */
public record Season(@Nullable Side side, double times, double least) implements Sign {
    private static final int WEEKS = 4;
    private static final int FEWEST_WEEKS = 2;
    private static final int FEWEST = 3;
    private static final Duration LATELY = Duration.ofMinutes(15);
    private static final Duration AROUND = Duration.ofMinutes(30);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofMinutes(5);
    /** A scatter is at least this part of what is usual: nothing is as steady as four weeks may look. */
    private static final double STEADIEST = 0.02;

    private static final double MOST = 100;

    /** Errors: invalid, naming the field. */
    Season checked() {
        if (!(times >= 2 && times <= MOST)) throw Refused.invalid("times", "signal.watch_times", 2, (int) MOST);
        if (!(least >= 0) || !Double.isFinite(least)) throw Refused.invalid("least", "signal.watch_number");
        return this;
    }

    @Override
    public Kind sort() {
        return Kind.SEASON;
    }

    /** The same hour of the weeks before by the clock on the wall, then what is now. */
    @Override
    public List<Span> spans(Instant now, ZoneId zone) {
        var spans = new ArrayList<Span>();
        for (int week = WEEKS; week >= 1; week--) {
            var then = now.atZone(zone).minusWeeks(week).toInstant();
            spans.add(new Span(then.minus(AROUND), then.plus(AROUND), STEP));
        }
        spans.add(new Span(now.minus(LATELY), now, STEP));
        return spans;
    }

    @Override
    public Verdict judge(List<List<Reading>> readings, Instant now) {
        var weeks = readings.subList(0, readings.size() - 1).stream()
                .filter(week -> week.size() >= FEWEST)
                .toList();
        if (weeks.size() < FEWEST_WEEKS || readings.getLast().isEmpty()) return new Verdict.Unknown();
        var past =
                weeks.stream().flatMap(List::stream).mapToDouble(Reading::value).toArray();
        double usual = Robust.median(past);
        double scatter = Math.max(Robust.scatter(past), STEADIEST * Math.abs(usual));
        double value = Robust.median(
                readings.getLast().stream().mapToDouble(Reading::value).toArray());
        double off = side == null ? Math.abs(value - usual) : side.excess(value, usual);
        if (off > times * scatter && off > least) return new Verdict.Alarming(value, usual, null);
        return off < times * scatter / 2 || off < least / 2 ? new Verdict.Calm() : new Verdict.Between();
    }

    @Override
    public Duration every() {
        return EVERY;
    }
}
