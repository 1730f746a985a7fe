package dev.qiao.ticket.bulk;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets how the tickets of a bulk act stood, when nobody can take it back any more; what became of each stays. */
@Component
class BulkSweep implements Worker {
    private static final int MOST = 500;

    private final Db db;
    private final ReversalSql sql;
    private final Rest rest = new Rest(Duration.ofMinutes(10));

    BulkSweep(Db db, ReversalSql sql) {
        this.db = db;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "ticket.bulk_sweep";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        var over = sql.remembered(now.minus(Bulk.UNDONE_WITHIN));
        if (over.isEmpty()) {
            rest.begin(now);
            return 0;
        }
        return db.transact(() -> {
            int gone = sql.forget(over.get(), MOST);
            if (gone < MOST) sql.forgotten(over.get());
            return Math.max(gone, 1);
        });
    }
}
