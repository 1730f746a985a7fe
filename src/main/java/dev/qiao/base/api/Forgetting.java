package dev.qiao.base.api;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drops idempotent answers that are older than 48 hours, a few hundred at a time. */
@Component
final class Forgetting implements Worker {
    private static final int MOST = 500;

    private final Db db;
    private @Nullable Instant rested;

    Forgetting(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "base.idempotency";
    }

    @Override
    public synchronized int work(Instant now) {
        if (rested != null && now.isBefore(rested.plus(Duration.ofMinutes(10)))) return 0;
        int dropped = db.sql("""
                delete from base.idempotency where (owner, key) in (
                    select owner, key from base.idempotency where at < now() - interval '48 hours' order by at limit :most)
                """).bind("most", MOST).update();
        if (dropped < MOST) rested = now;
        return dropped;
    }
}
