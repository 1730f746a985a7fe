package dev.qiao.signal.log;

import dev.qiao.signal.Line;
import dev.qiao.signal.pattern.Miner;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Gives each line to the miner of its source, and keeps what that learned in the transaction in which the line was read. A miner that is
 * remembered goes on only where the stored one stands; where a batch was undone or another node went on, it is made anew of its tables.
 */
@Component
public class LogBook {
    /** A source that was heard for so long … */
    static final Duration LEARNING = Duration.ofHours(24);

    /** … and of which so many lines are known has shown what is usual. */
    static final long ENOUGH = 10_000;

    private static final int REMEMBERED = 64;

    private record Known(UUID stamp, Miner miner) {}

    private final MinerSql miners;
    private final PatternSql patterns;
    private final LineSql lines;
    private final Map<Long, Known> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Known> eldest) {
            return size() > REMEMBERED;
        }
    });

    LogBook(MinerSql miners, PatternSql patterns, LineSql lines) {
        this.miners = miners;
        this.patterns = patterns;
        this.lines = lines;
    }

    /** Within the caller's transaction: all of it happens, or nothing. */
    public void write(long source, List<Line> written, Instant now) {
        var stands = miners.lock(source, now);
        var before = known.remove(source);
        var miner = before != null && before.stamp().equals(stands.stamp())
                ? before.miner()
                : new Miner(miners.memory(source, stands));
        var tally = new Tally();
        for (var line : written)
            tally.count(line, line.raw() ? miner.learn(line.text()) : miner.learnMessage(line.text()));
        var memory = miner.memory();
        patterns.join(source, tally.went());
        patterns.forget(source, tally.forgotten());
        boolean learned =
                stands.lines() >= ENOUGH && !stands.beganAt().plus(LEARNING).isAfter(now);
        patterns.put(source, memory, stands.lines(), miner.patterns(), tally, learned);
        patterns.count(source, tally);
        lines.insert(source, written, tally, now);
        var stamp = UUID.randomUUID();
        miners.put(source, memory, stamp);
        known.put(source, new Known(stamp, miner));
    }
}
