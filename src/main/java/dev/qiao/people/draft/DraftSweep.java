package dev.qiao.people.draft;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets what nobody came back to. */
@Component
class DraftSweep implements Worker {
    private final DraftSql sql;
    private final Rest rest = new Rest(Duration.ofHours(1));

    DraftSweep(DraftSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "people.drafts";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int gone = sql.purge(now.minus(Drafts.KEPT));
        if (gone == 0) rest.begin(now);
        return gone;
    }
}
