package dev.qiao.signal.metric;

import dev.qiao.base.Db;
import dev.qiao.signal.metric.Refusal.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes samples in. A point that came before (the same series and moment) is harmless; what cannot be taken is counted. */
@Component
public class Points {
    /** So many series a source may have. */
    public static final int MOST_SERIES = 20_000;

    /** So many samples are taken at once. */
    public static final int MOST_SAMPLES = 50_000;

    private static final Duration AHEAD = Duration.ofMinutes(10);
    private static final int MOST_LABELS = 40;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_VALUE = 500;

    private final Db db;
    private final PointSql sql;
    private final SeriesBook book;

    Points(Db db, PointSql sql, SeriesBook book) {
        this.db = db;
        this.sql = sql;
        this.book = book;
    }

    /** Keeps them, all of it in one transaction, the caller's if there is one. Late ones are rolled up anew. */
    public void record(long source, List<Sample> samples, Instant now) {
        record(source, samples, Map.of(), now);
    }

    /** The same where some were refused before, which are counted along. */
    public void record(long source, List<Sample> samples, Map<Reason, Long> before, Instant now) {
        var refused = new EnumMap<Reason, Long>(Reason.class);
        refused.putAll(before);
        var good = new ArrayList<Sample>(Math.min(samples.size(), MOST_SAMPLES));
        for (var sample : samples) {
            var wrong = good.size() == MOST_SAMPLES ? Reason.MANY : wrong(sample, now);
            if (wrong == null) good.add(sample);
            else refused.merge(wrong, 1L, Long::sum);
        }
        db.transact(() -> write(source, good, refused, now));
    }

    /** What of a source was not taken. */
    public List<Refusal> refused(long source) {
        return sql.refused(source);
    }

    private void write(long source, List<Sample> good, Map<Reason, Long> refused, Instant now) {
        var marks = good.stream().map(SeriesBook::mark).toList();
        var ids = book.ids(source, good, marks, now);
        var series = new ArrayList<Long>(good.size());
        var kept = new ArrayList<Sample>(good.size());
        var slots = new HashSet<Instant>();
        for (int n = 0; n < good.size(); n++) {
            var id = ids.get(marks.get(n));
            if (id == null) {
                refused.merge(Reason.SERIES, 1L, Long::sum);
                continue;
            }
            series.add(id);
            kept.add(good.get(n));
            slots.add(Step.FIVE_MINUTES.of(good.get(n).at()));
        }
        if (!kept.isEmpty()) {
            sql.due(source, slots);
            sql.insert(series, kept);
        }
        refused.forEach((reason, count) -> sql.refuse(source, reason, count, now));
    }

    static @Nullable Reason wrong(Sample sample, Instant now) {
        if (!Double.isFinite(sample.value())) return Reason.VALUE;
        if (sample.at().isAfter(now.plus(AHEAD))
                || sample.at().isBefore(now.minus(RollUp.RAW).plus(AHEAD))) return Reason.TIME;
        if (!named(sample.metric()) || sample.labels().size() > MOST_LABELS) return Reason.SHAPE;
        for (var label : sample.labels().entrySet())
            if (!named(label.getKey())
                    || label.getValue().length() > LONGEST_VALUE
                    || label.getValue().indexOf('\0') >= 0) return Reason.SHAPE;
        return null;
    }

    private static boolean named(String name) {
        return !name.isEmpty() && name.length() <= LONGEST_NAME && name.indexOf('\0') < 0;
    }
}
