package dev.qiao.base;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One transaction whose fate can be asked for when the answer to its COMMIT was lost. */
final class BatchTransaction {
    private static final int ATTEMPTS = 50;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Db db;
    private @Nullable String xid;

    BatchTransaction(Db db) {
        this.db = db;
    }

    <T> List<T> run(Supplier<List<T>> work) {
        return db.transact(() -> {
            xid = db.sql("select pg_current_xact_id()::text as xid").one(row -> row.text("xid"));
            return work.get();
        });
    }

    /**
     * Waits until the server says that the transaction has ended, one way or the other; false when it does not say so in time.
     * A server that crashed may not know the number any more: then it never committed.
     */
    boolean awaitFate() {
        if (xid == null) return true;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                if (ended()) return true;
            } catch (RuntimeException e) {
                if (!Outage.is(e)) throw e;
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private boolean ended() {
        return db.sql("""
                select case
                    when :xid::xid8 >= pg_snapshot_xmax(pg_current_snapshot()) then true
                    else pg_xact_status(:xid::xid8) is distinct from 'in progress' end as ended
                """).bind("xid", xid).one(row -> row.yes("ended"));
    }
}
