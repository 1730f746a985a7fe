package dev.qiao.signal.metric;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Forgets series of which no point is left: they have been silent for as long as anything is kept. One that speaks again just then begins
 * anew at its next point; the one before is dropped in time.
 */
@Component
class SeriesSweep implements Worker {
    private static final int AT_ONCE = 500;

    private final SeriesSql sql;
    private final Rest rest = new Rest(Duration.ofHours(6));
    private long after;

    SeriesSweep(SeriesSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "signal.seriessweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        var ids = sql.began(after, now.minus(RollUp.RAW), AT_ONCE);
        if (ids.isEmpty()) {
            after = 0;
            rest.begin(now);
            return 0;
        }
        sql.forgetDead(ids);
        after = ids.getLast();
        return ids.size();
    }
}
