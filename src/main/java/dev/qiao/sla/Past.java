package dev.qiao.sla;

import dev.qiao.base.Db;
import dev.qiao.base.Origin;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Whole histories at once, as an import brings them. Nobody is told of their moments; what was broken is recorded silently. What is
 * still open goes live at the end.
 */
@Component
public class Past {
    private static final int MOST = 250;

    private final Db db;
    private final Agreements agreements;
    private final FactSql facts;
    private final ClockSql clocks;
    private final Journal journal;

    Past(Db db, Agreements agreements, FactSql facts, ClockSql clocks, Journal journal) {
        this.db = db;
        this.agreements = agreements;
        this.facts = facts;
        this.clocks = clocks;
        this.journal = journal;
    }

    /** Stores histories in the transaction of the caller, and answers when the nearest ticking clock of each subject is due. */
    public Map<Long, Instant> write(List<History> histories) {
        if (histories.isEmpty()) return Map.of();
        var book = agreements.book();
        var placed = new ArrayList<FactSql.Placed>();
        var stored = new ArrayList<StoredClock>();
        var broken = new ArrayList<Entry>();
        for (var history : histories) {
            var subject = new Subject(history.start().kind(), history.start().subject());
            var lived = lived(book, history);
            for (int i = 0; i < lived.size(); i++) placed.add(new FactSql.Placed(subject, i + 1, lived.get(i)));
            for (var metric : Metric.values()) {
                var clock = Replay.clock(metric, lived);
                boolean breached = clock.stopped() && clock.state(clock.asOf()) == State.BREACHED;
                var told = breached ? Step.DUE.percent() : 0;
                var origin = history.start().origin();
                var row = new StoredClock(subject, origin, book.revision().calendars(), told, Set.of(), clock);
                stored.add(row);
                if (breached) broken.add(Telling.entry(row, origin));
            }
        }
        db.transact(() -> {
            facts.insert(placed);
            clocks.insert(stored);
            journal.write(broken);
        });
        return Clocks.nearest(stored);
    }

    /** The imported clocks that are open tick and tell from now on; what they have passed already is not told. Returns how many. */
    public int goLive(Instant now) {
        int all = 0;
        for (int done = MOST; done == MOST; all += done) done = goLiveSome(now);
        return all;
    }

    private int goLiveSome(Instant now) {
        return db.transact(() -> {
            var broken = new ArrayList<Entry>();
            var live = new ArrayList<StoredClock>();
            for (var imported : clocks.lockImported(MOST, agreements::version)) {
                var passed = imported.clock().passed(now);
                var told = imported.told(passed.map(Step::percent).orElse(0), Origin.LIVE);
                live.add(told.climbed(now));
                if (passed.filter(s -> s == Step.DUE).isPresent()) broken.add(Telling.entry(told, Origin.IMPORT));
            }
            clocks.update(live);
            journal.write(broken);
            return live.size();
        });
    }

    private static List<Fact> lived(Book book, History history) {
        var lived = new ArrayList<Fact>();
        lived.add(Clocks.started(book, history.start()));
        for (var change : history.changes()) {
            var fact = Clocks.fact(book, lived, change);
            if (Clocks.matters(lived, fact)) lived.add(fact);
        }
        return lived;
    }
}
