package dev.qiao.signal.fold;

import dev.qiao.asset.Links;
import dev.qiao.asset.Services;
import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.base.Workers;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is still wrong although that below which it lay has recovered is a fault of its own, and is looked at again; and what lies below what
 * is looked at again when services rest on each other in another way.
 */
@Component
class FoldWorker implements Worker {
    /** What rests on a service takes a while to find out that it is back. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private final Db db;
    private final FoldSql sql;
    private final Folds folds;
    private final Services services;
    private final Workers workers;
    private @Nullable Links known;
    private final Rest rest = new Rest(PAUSE);

    FoldWorker(Db db, FoldSql sql, Folds folds, Services services, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.folds = folds;
        this.services = services;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "signal.folds";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int done = unfold(now);
        if (done == 0) rest.begin(now);
        else workers.wake();
        return done;
    }

    private int unfold(Instant now) {
        var links = services.links();
        boolean others = known == null || !links.same(known);
        if (!others && !sql.any()) return 0;
        int done = db.transact(() -> {
            if (!sql.tryAlone()) return -1;
            int moved = others ? folds.reconsider(links) : 0;
            int again = sql.reconsider(MOST);
            return moved + again + sql.release(now.minus(GRACE), MOST);
        });
        if (done < 0) return 0;
        known = links;
        return done;
    }
}
