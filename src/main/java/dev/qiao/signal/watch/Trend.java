package dev.qiao.signal.watch;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Going steadily towards a limit that it will reach within so many hours, as a disk that will be full tonight. The line is a robust
 * one: a clean-up now and then does not bend it, and what goes up and down is no trend.
 *
 * @param hours within which it would be reached
 * @param back hours that are looked back
 */
public record Trend(Side side, double limit, int hours, int back) implements Sign {
    private static final int POINTS = 120;
    private static final int FEWEST = 12;
    private static final Duration EVERY = Duration.ofMinutes(5);
    /** So much of the slopes between two points goes the way of the line, or it is none. */
    private static final double AGREEMENT = 0.85;
    /** What it gained in the time that is looked back is more than so many times its noise, or it is none. */
    private static final double NOISES = 3;
    /** It is over only when the limit has become so much more distant. */
    private static final double DISTANT = 1.5;

    private static final int LONGEST = 24 * 30;

    /** Errors: invalid, naming the field. */
    Trend checked() {
        if (!Double.isFinite(limit)) throw Refused.invalid("limit", "signal.watch_number");
        if (hours < 1 || hours > LONGEST) throw Refused.invalid("hours", "signal.watch_hours", LONGEST);
        if (back < 1 || back > LONGEST) throw Refused.invalid("back", "signal.watch_hours", LONGEST);
        return this;
    }

    @Override
    public Kind sort() {
        return Kind.TREND;
    }

    @Override
    public List<Span> spans(Instant now, ZoneId zone) {
        return List.of(new Span(now.minus(past()), now, past().dividedBy(POINTS)));
    }

    @Override
    public Verdict judge(List<List<Reading>> readings, Instant now) {
        var all = readings.getLast();
        if (!enough(all, now)) return new Verdict.Unknown();
        double value = all.getLast().value();
        if (side.beyond(value, limit)) return new Verdict.Alarming(value, limit, now);
        var line = Robust.line(
                all.stream().mapToDouble(each -> hours(now, each.at())).toArray(),
                all.stream().mapToDouble(Reading::value).toArray());
        boolean towards = side == Side.ABOVE ? line.slope() > 0 : line.slope() < 0;
        boolean steady = line.agreement() >= AGREEMENT && Math.abs(line.slope()) * back >= NOISES * line.noise();
        if (!towards || !steady) return new Verdict.Calm();
        double left = Math.max(0, (limit - line.at()) / line.slope());
        if (left <= hours) return new Verdict.Alarming(value, limit, now.plusSeconds(Math.round(left * 3600)));
        return left > DISTANT * hours ? new Verdict.Calm() : new Verdict.Between();
    }

    /** Over half of the time that is looked back, and to its end. */
    private boolean enough(List<Reading> all, Instant now) {
        if (all.size() < FEWEST) return false;
        var fresh = now.minus(past().dividedBy(10));
        return !all.getFirst().at().isAfter(now.minus(past().dividedBy(2)))
                && !all.getLast().at().isBefore(fresh);
    }

    private static double hours(Instant now, Instant at) {
        return Duration.between(now, at).toMillis() / 3_600_000.0;
    }

    private Duration past() {
        return Duration.ofHours(back);
    }

    @Override
    public Duration every() {
        return EVERY;
    }
}
