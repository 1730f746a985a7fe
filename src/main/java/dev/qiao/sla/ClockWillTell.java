package dev.qiao.sla;

import dev.qiao.base.Check;
import dev.qiao.base.Db;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whatever can break has somebody waiting to say so: no clock is told of never. */
@Component
class ClockWillTell implements Check {
    private final Db db;

    ClockWillTell(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "sla.clock_will_tell";
    }

    @Override
    public List<String> problems() {
        return db.sql("""
                select kind, subject, metric, due_at from sla.clock
                where stopped_at is null and origin <> 'import' and due_at is not null and told < 100 and next_at is null
                limit 100
                """)
                .list(row -> "%s %d %s: due %s, and nobody will say so"
                        .formatted(row.text("kind"), row.number("subject"), row.text("metric"), row.instant("due_at")));
    }
}
