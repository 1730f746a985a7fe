package dev.qiao.ticket.presence;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets pages that went without a word. */
@Component
class PresenceSweep implements Worker {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private final PresenceSql sql;
    private volatile Instant next = Instant.MIN;

    PresenceSweep(PresenceSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "ticket.presence";
    }

    @Override
    public int work(Instant now) {
        // A clock that was set back begins anew.
        if (now.isBefore(next) && !now.plus(PAUSE).isBefore(next)) return 0;
        int gone = sql.purge(now.minus(Presences.KEPT));
        if (gone == 0) next = now.plus(PAUSE);
        return gone;
    }
}
