package dev.qiao.sla;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/**
 * Tells of budgets half and three quarters spent, and of promises broken: each step once, of steps passed together only the highest.
 * A step and its entry are one transaction, so a kill in between tells it later, and never twice.
 */
@Component
class DueClocks implements Worker {
    private static final int MOST = 500;

    private final Db db;
    private final ClockSql clocks;
    private final Agreements agreements;
    private final Journal journal;

    DueClocks(Db db, ClockSql clocks, Agreements agreements, Journal journal) {
        this.db = db;
        this.clocks = clocks;
        this.agreements = agreements;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "sla.due";
    }

    @Override
    public int work(Instant now) {
        return db.transact(() -> {
            var told = clocks.tell(now, MOST, agreements::version);
            journal.write(told.stream()
                    .map(c -> Telling.entry(c, c.origin()))
                    .sorted(Comparator.comparing(Entry::at))
                    .toList());
            return told.size();
        });
    }
}
