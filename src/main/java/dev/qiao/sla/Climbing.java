package dev.qiao.sla;

import dev.qiao.base.Db;
import dev.qiao.base.Worker;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import dev.qiao.sla.AgreementSql.ChangedLadder;
import dev.qiao.sla.ladder.ClockClimbed;
import dev.qiao.sla.ladder.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Tells of each level of a ladder once, as a clock comes to it. Of levels passed together before the clock was due only the last is
 * told, and none once it is broken. A level and its entry are one transaction.
 */
@Component
public class Climbing implements Worker {
    private static final int MOST = 200;

    private final Db db;
    private final ClockSql clocks;
    private final Agreements agreements;
    private final Journal journal;

    Climbing(Db db, ClockSql clocks, Agreements agreements, Journal journal) {
        this.db = db;
        this.clocks = clocks;
        this.agreements = agreements;
        this.journal = journal;
    }

    @Override
    public String name() {
        return "sla.ladder";
    }

    @Override
    public int work(Instant now) {
        agreements.changedLadders().forEach(this::rehang);
        return db.transact(() -> {
            var due = clocks.lockRungs(now, MOST, agreements::version);
            var entries = new ArrayList<Entry>();
            for (var clock : due) told(clock.passed(now)).forEach(mark -> entries.add(entry(clock, mark, now)));
            clocks.climb(due.stream().map(clock -> clock.climbed(now)).toList());
            entries.sort(Comparator.comparing(Entry::at));
            journal.write(entries);
            return due.size();
        });
    }

    /** To be said in the transaction of the change: open clocks go on from where they were then, whoever dies in between. */
    public void ladderChanged(Agreement agreement, Instant at) {
        agreements.ladderChanged(agreement.id(), at);
    }

    private void rehang(ChangedLadder changed) {
        var key = ClockSql.Key.FIRST;
        while (true) {
            var from = key;
            var some = db.transact(() -> {
                var open = clocks.lockOf(changed.agreement(), from, MOST, agreements::version);
                clocks.climb(
                        open.stream().map(clock -> clock.climbed(changed.at())).toList());
                return open;
            });
            if (some.isEmpty()) break;
            key = ClockSql.Key.of(some.getLast());
        }
        agreements.ladderHangs(changed);
    }

    /** @param passed in the order of their moments */
    private static List<Mark> told(List<Mark> passed) {
        var after = passed.stream().filter(Mark::due).toList();
        return after.isEmpty() ? passed.subList(Math.max(0, passed.size() - 1), passed.size()) : after;
    }

    private static Entry entry(StoredClock stored, Mark mark, Instant now) {
        var clock = stored.clock();
        var came = Objects.requireNonNull(clock.comes(mark));
        var at = clock.stopped() || came.isAfter(clock.asOf()) ? came : clock.asOf();
        var facts = new ClockClimbed(
                clock.metric().code(),
                mark.code(),
                percent(clock, mark, now),
                clock.dueAt(),
                clock.terms().agreement());
        var subject = stored.subject();
        return new Entry(at, stored.origin(), subject.kind(), subject.number(), 0, 0, Audience.INTERNAL, facts);
    }

    private static int percent(Clock clock, Mark mark, Instant now) {
        return switch (mark.basis()) {
            case PERCENT -> mark.amount();
            case BEFORE -> Math.clamp(clock.spentSeconds(now) * 100 / Math.max(1, clock.budgetSeconds()), 0, 99);
            case AFTER -> 100;
        };
    }
}
