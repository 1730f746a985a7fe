package dev.qiao.base.api;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Drops idempotent answers that are older than 48 hours, a few hundred at a time. */
@Component
final class Forgetting implements Worker {
    private static final int MOST = 500;

    private final Db db;
    private final Rest rest = new Rest(Duration.ofMinutes(10));

    Forgetting(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "base.idempotency";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int dropped = db.sql("""
                delete from base.idempotency where (owner, key) in (
                    select owner, key from base.idempotency where at < :now::timestamptz - interval '48 hours' order by at limit :most)
                """).bind("now", now).bind("most", MOST).update();
        if (dropped < MOST) rest.begin(now);
        return dropped;
    }
}
