package dev.qiao.signal.watch;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Beyond a limit all the time for so long; over when it was on the calm side of another, milder limit for as long. Between the two what
 * was said stands, so that a figure that trembles around its limit is one alert.
 *
 * @param calm the milder limit
 * @param minutes how long it has to last
 */
public record Threshold(Side side, double limit, double calm, int minutes) implements Sign {
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final Duration EVERY = Duration.ofSeconds(30);
    /** So many minutes a series may be silent before nothing can be said of it. */
    private static final int SILENT = 5;

    private static final int LONGEST = 1_440;

    /** Errors: invalid, naming the field. */
    Threshold checked() {
        if (!Double.isFinite(limit)) throw Refused.invalid("limit", "signal.watch_number");
        if (!Double.isFinite(calm) || side.beyond(calm, limit)) throw Refused.invalid("calm", "signal.watch_calm");
        if (minutes < 0 || minutes > LONGEST) throw Refused.invalid("minutes", "signal.watch_minutes", LONGEST);
        return this;
    }

    @Override
    public Kind sort() {
        return Kind.THRESHOLD;
    }

    @Override
    public List<Span> spans(Instant now, ZoneId zone) {
        return List.of(new Span(now.minus(lasting()).minus(Duration.ofMinutes(SILENT)), now, STEP));
    }

    @Override
    public Verdict judge(List<List<Reading>> readings, Instant now) {
        var all = readings.getLast();
        if (all.isEmpty()) return new Verdict.Unknown();
        var last = all.getLast();
        if (last.at().isBefore(now.minus(Duration.ofMinutes(SILENT)))) return new Verdict.Unknown();
        var begin = now.minus(lasting());
        // What it was when the time began is said by the last reading before.
        boolean known = minutes == 0 || !all.getFirst().at().isAfter(begin);
        var lately = minutes == 0
                ? List.of(last)
                : all.stream().filter(each -> each.at().isAfter(begin)).toList();
        if (!known || lately.isEmpty()) return new Verdict.Between();
        if (lately.stream().allMatch(each -> side.beyond(each.value(), limit)))
            return new Verdict.Alarming(last.value(), limit, null);
        return lately.stream().noneMatch(each -> side.beyond(each.value(), calm))
                ? new Verdict.Calm()
                : new Verdict.Between();
    }

    private Duration lasting() {
        return Duration.ofMinutes(minutes);
    }

    @Override
    public Duration every() {
        return EVERY;
    }
}
