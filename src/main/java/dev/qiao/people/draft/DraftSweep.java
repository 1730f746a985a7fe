package dev.qiao.people.draft;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets what nobody came back to. */
@Component
class DraftSweep implements Worker {
    private static final Duration PAUSE = Duration.ofHours(1);

    private final DraftSql sql;
    private volatile Instant next = Instant.MIN;

    DraftSweep(DraftSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "people.drafts";
    }

    @Override
    public int work(Instant now) {
        // A clock that was set back begins anew.
        if (now.isBefore(next) && !now.plus(PAUSE).isBefore(next)) return 0;
        int gone = sql.purge(now.minus(Drafts.KEPT));
        if (gone == 0) next = now.plus(PAUSE);
        return gone;
    }
}
