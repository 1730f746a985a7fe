package dev.qiao.sla;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Computes open clocks anew after a calendar changed, and says which are due at another time. */
@Component
class Recomputing implements Worker {
    private static final int MOST = 200;

    private final Db db;
    private final ClockSql clocks;
    private final FactSql facts;
    private final Agreements agreements;
    private final Journal journal;

    Recomputing(Db db, ClockSql clocks, FactSql facts, Agreements agreements, Journal journal) {
        this.db = db;
        this.clocks = clocks;
        this.facts = facts;
        this.agreements = agreements;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "sla.recompute";
    }

    @Override
    public int work(Instant now) {
        long revision = agreements.book().revision().calendars();
        return db.transact(() -> {
            var older = clocks.lockOlder(revision, MOST, agreements::version);
            if (older.isEmpty()) return 0;
            var histories =
                    facts.of(older.stream().map(StoredClock::subject).distinct().toList(), agreements::version);
            var newer = new ArrayList<StoredClock>();
            var moved = new ArrayList<Entry>();
            for (var before : older) {
                var clock = Replay.clock(before.clock().metric(), FactSql.history(histories, before.subject()));
                var after = before.with(clock, revision);
                newer.add(after);
                if (!Objects.equals(clock.dueAt(), before.clock().dueAt()))
                    moved.add(Telling.moved(after, before.clock().dueAt(), now));
            }
            clocks.update(newer);
            journal.write(moved);
            return older.size();
        });
    }
}
