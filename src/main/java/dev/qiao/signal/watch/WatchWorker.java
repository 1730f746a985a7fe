package dev.qiao.signal.watch;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Refused;
import dev.qiao.base.Worker;
import dev.qiao.signal.Told;
import dev.qiao.signal.promql.Expression;
import dev.qiao.signal.watch.Figures.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Judges the figures that are watched, each rule as often as is worth it; one node at a time. */
@Component
class WatchWorker implements Worker {
    private static final ZoneId ZONE = Me.QIAO.zone();

    private final Db db;
    private final WatchSql sql;
    private final Figures figures;
    private final WatchTelling telling;
    private final Rest rest = new Rest(Duration.ofSeconds(10));

    WatchWorker(Db db, WatchSql sql, Figures figures, WatchTelling telling) {
        this.db = db;
        this.sql = sql;
        this.figures = figures;
        this.telling = telling;
    }

    @Override
    public String name() {
        return "signal.watches";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        rest.begin(now);
        int told = 0;
        for (var watch : sql.all()) if (watch.draft().active()) told += look(watch, now);
        return told;
    }

    /** What others keep is fetched before anything is held; where it cannot be had, nothing is quiet and nothing is over. */
    private int look(Watch watch, Instant now) {
        if (Expression.of(watch.draft().metric()).isEmpty())
            return db.transact(() ->
                    claimed(watch, now) ? judge(watch, figures.of(watch.draft(), Figures.MOST, now, ZONE), now) : 0);
        if (!db.transact(() -> claimed(watch, now))) return 0;
        try {
            var watched = figures.of(watch.draft(), Figures.MOST, now, ZONE);
            return db.transact(() -> {
                sql.judged(watch.id());
                return sql.find(watch.id()).filter(watch::equals).isPresent() ? judge(watch, watched, now) : 0;
            });
        } catch (Refused refused) {
            sql.unjudged(watch.id(), refused.problems().getFirst(), now);
            return 0;
        }
    }

    private boolean claimed(Watch watch, Instant now) {
        return sql.claim(watch, now.minus(watch.draft().sign().every()), now);
    }

    private int judge(Watch watch, List<Watched> watched, Instant now) {
        var before = sql.standing(watch.id());
        var said = new ArrayList<Told>();
        var stands = new ArrayList<Standing>();
        var over = new HashSet<>(before.keySet());
        for (var course : watched) judge(watch, course, before, said, stands, over, now);
        for (var course : over) said.add(telling.over(watch, course));
        sql.watches(watch.id(), watched.size());
        sql.stand(watch.id(), stands);
        sql.over(watch.id(), over);
        telling.tell(said, now);
        return said.size();
    }

    /** What begins is told; what goes on is only written down, and what is over stays in {@code over}, as what has no figures any more does. */
    private void judge(
            Watch watch,
            Watched course,
            Map<String, Standing> before,
            List<Told> said,
            List<Standing> stands,
            Set<String> over,
            Instant now) {
        var known = before.get(course.key());
        switch (watch.draft().sign().judge(course.readings(), now)) {
            case Verdict.Alarming(double value, double limit, var comesAt) -> {
                var since = known == null ? now : known.since();
                var standing = new Standing(course.key(), since, value, limit, comesAt);
                stands.add(standing);
                over.remove(course.key());
                if (known == null) said.add(telling.alarming(watch, course, standing, ZONE));
            }
            case Verdict.Unknown _, Verdict.Between _ -> over.remove(course.key());
            case Verdict.Calm _ -> {}
        }
    }
}
