package dev.qiao.signal.log;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets: lines after a week or beyond so many of a source, counts a little later, patterns that ended a quarter of a year ago. */
@Component
class LogSweep implements Worker {
    static final Duration LINES = Duration.ofDays(7);
    static final int LINES_OF_EACH = 300_000;
    private static final Duration COUNTS = Duration.ofDays(8);
    private static final Duration PATTERNS = Duration.ofDays(90);
    private static final int AT_ONCE = 5_000;

    private final LineSql lines;
    private final PatternSql patterns;
    private final PatternView view;
    private final Rest rest = new Rest(Duration.ofMinutes(10));

    LogSweep(LineSql lines, PatternSql patterns, PatternView view) {
        this.lines = lines;
        this.patterns = patterns;
        this.view = view;
    }

    @Override
    public String name() {
        return "signal.logsweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int forgotten = lines.forget(now.minus(LINES), AT_ONCE)
                + patterns.forgetCounts(now.minus(COUNTS), AT_ONCE)
                + patterns.forgetGone(now.minus(PATTERNS), AT_ONCE);
        for (var source : view.sources().entrySet())
            if (source.getValue() > LINES_OF_EACH) forgotten += lines.forget(source.getKey(), LINES_OF_EACH, AT_ONCE);
        if (forgotten == 0) rest.begin(now);
        return forgotten;
    }
}
