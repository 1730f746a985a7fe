package dev.qiao.signal.fold;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.base.Workers;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What is still wrong although that below which it lay has recovered is a fault of its own, and is looked at again. */
@Component
class FoldWorker implements Worker {
    /** What rests on a service takes a while to find out that it is back. */
    static final Duration GRACE = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private final Db db;
    private final FoldSql sql;
    private final Workers workers;
    private final Rest rest = new Rest(PAUSE);

    FoldWorker(Db db, FoldSql sql, Workers workers) {
        this.db = db;
        this.sql = sql;
        this.workers = workers;
    }

    @Override
    public String name() {
        return "signal.folds";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int done = sql.any() ? db.transact(() -> sql.tryAlone() ? unfold(now) : 0) : 0;
        if (done == 0) rest.begin(now);
        else workers.wake();
        return done;
    }

    private int unfold(Instant now) {
        int again = sql.reconsider(MOST);
        return again + sql.release(now.minus(GRACE), MOST);
    }
}
