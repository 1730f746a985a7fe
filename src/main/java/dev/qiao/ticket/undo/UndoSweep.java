package dev.qiao.ticket.undo;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets what nobody can take back any more. */
@Component
class UndoSweep implements Worker {
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final int MOST = 500;

    private final UndoSql sql;
    private volatile Instant next = Instant.MIN;

    UndoSweep(UndoSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "ticket.undo";
    }

    @Override
    public int work(Instant now) {
        // A clock that was set back begins anew.
        if (now.isBefore(next) && !now.plus(PAUSE).isBefore(next)) return 0;
        int gone = sql.forget(now.minus(Undo.WITHIN), MOST);
        if (gone == 0) next = now.plus(PAUSE);
        return gone;
    }
}
