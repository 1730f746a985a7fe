package dev.qiao.ticket.presence;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets pages that went without a word. */
@Component
class PresenceSweep implements Worker {
    private final PresenceSql sql;
    private final Rest rest = new Rest(Duration.ofMinutes(5));

    PresenceSweep(PresenceSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "ticket.presence";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int gone = sql.purge(now.minus(Presences.KEPT));
        if (gone == 0) rest.begin(now);
        return gone;
    }
}
