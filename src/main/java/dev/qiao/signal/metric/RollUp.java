package dev.qiao.signal.metric;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Rolls up what came, five minutes at a time and from the raw points, so that a late point is counted like any other. Once an hour it makes
 * partitions ahead and drops those that need not be kept.
 */
@Component
class RollUp implements Worker {
    /** How long points are kept as they came. */
    static final Duration RAW = Duration.ofDays(7);

    static final Duration FIVES = Duration.ofDays(90);
    static final Duration HOURS = Duration.ofDays(3 * 365);
    /** So long it waits for the rest of five minutes. */
    private static final Duration GRACE = Duration.ofMinutes(1);

    private static final int AT_ONCE = 10;

    private final Db db;
    private final PointSql sql;
    private final Rest rest = new Rest(Duration.ofSeconds(10));
    private final Rest keeping = new Rest(Duration.ofHours(1));

    RollUp(Db db, PointSql sql) {
        this.db = db;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "signal.rollup";
    }

    @Override
    public int work(Instant now) {
        if (!keeping.goesOn(now)) {
            sql.prepare(now);
            var raw = now.minus(RAW);
            var stands = sql.stands(now);
            sql.forget(stands.isBefore(raw) ? stands : raw, now.minus(FIVES), now.minus(HOURS));
            keeping.begin(now);
        }
        if (rest.goesOn(now)) return 0;
        int done = db.transact(() -> roll(now));
        if (done == 0) rest.begin(now);
        return done;
    }

    private int roll(Instant now) {
        var due = sql.take(now.minus(GRACE).minus(Step.FIVE_MINUTES.length()), AT_ONCE);
        var hours = new TreeSet<PointSql.Due>(
                Comparator.comparing(PointSql.Due::slot).thenComparingLong(PointSql.Due::source));
        for (var one : due) {
            sql.rollFive(one, one.slot().plus(Step.FIVE_MINUTES.length()));
            hours.add(new PointSql.Due(one.source(), Step.HOUR.of(one.slot())));
        }
        for (var hour : hours) {
            sql.lock(hour);
            sql.rollHour(hour.source(), hour.slot(), hour.slot().plus(Step.HOUR.length()));
        }
        return due.size();
    }
}
