package dev.qiao.ticket.undo;

import dev.qiao.base.Worker;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Forgets what nobody can take back any more. */
@Component
class UndoSweep implements Worker {
    private static final int MOST = 500;

    private final UndoSql sql;
    private final Rest rest = new Rest(Duration.ofMinutes(1));

    UndoSweep(UndoSql sql) {
        this.sql = sql;
    }

    @Override
    public String name() {
        return "ticket.undo";
    }

    @Override
    public int work(Instant now) {
        if (rest.goesOn(now)) return 0;
        int gone = sql.forget(now.minus(Undo.WITHIN), MOST);
        if (gone == 0) rest.begin(now);
        return gone;
    }
}
