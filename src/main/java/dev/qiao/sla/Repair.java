package dev.qiao.sla;

import dev.qiao.base.Db;
import dev.qiao.base.Me;
import dev.qiao.base.Permission;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Computes clocks anew by replay. Open ones are moved to what their agreement says now; any whose row is not the replay of its facts
 * is put right. Lists first what would change.
 */
@Component
public class Repair {
    private static final int BATCH = 400;
    private static final int MOST_LISTED = 200;

    /** A clock that would change. */
    public record Difference(String kind, long subject, Clock before, Clock after) {}

    /**
     * What a repair changes, or would.
     *
     * @param differences the first of them
     */
    public record Report(long looked, long differs, List<Difference> differences) {}

    private final Db db;
    private final Agreements agreements;
    private final FactSql facts;
    private final ClockSql clocks;
    private final Journal journal;

    Repair(Db db, Agreements agreements, FactSql facts, ClockSql clocks, Journal journal) {
        this.db = db;
        this.agreements = agreements;
        this.facts = facts;
        this.clocks = clocks;
        this.journal = journal;
    }

    /** What {@link #apply} would change, of open clocks or of all. */
    public Report preview(boolean openOnly, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        return walk(openOnly, now, _ -> {});
    }

    /** Stores what replay says, in portions. Errors: forbidden. */
    public Report apply(boolean openOnly, Me me, Instant now) {
        me.must(Permission.DESK_CONFIGURE);
        return walk(openOnly, now, subjects -> mend(subjects, now));
    }

    @FunctionalInterface
    private interface Mending {
        void mend(Collection<Subject> differing);
    }

    private Report walk(boolean openOnly, Instant now, Mending mending) {
        long looked = 0;
        long differs = 0;
        var listed = new ArrayList<Difference>();
        var key = ClockSql.Key.FIRST;
        while (true) {
            var batch = clocks.after(key, openOnly, BATCH, agreements::version);
            if (batch.isEmpty()) return new Report(looked, differs, listed);
            var histories = facts.of(subjects(batch), agreements::version);
            var differing = new LinkedHashSet<Subject>();
            for (var before : batch) {
                var history = new ArrayList<>(histories.getOrDefault(before.subject(), List.of()));
                if (history.isEmpty()) continue;
                newest(history, now).ifPresent(history::add);
                var after = Replay.clock(before.clock().metric(), history);
                if (after.equals(before.clock())) continue;
                differs++;
                differing.add(before.subject());
                if (listed.size() < MOST_LISTED)
                    listed.add(new Difference(
                            before.subject().kind(), before.subject().number(), before.clock(), after));
            }
            mending.mend(differing);
            looked += batch.size();
            key = ClockSql.Key.of(batch.getLast());
        }
    }

    /** Looks again under lock, for an act may have come between. */
    private void mend(Collection<Subject> differing, Instant now) {
        differing.stream().collect(Collectors.groupingBy(Subject::kind)).forEach((kind, subjects) -> {
            var numbers = subjects.stream().map(Subject::number).toList();
            db.transact(() -> {
                var locked = clocks.lock(kind, numbers, agreements::version);
                var histories = facts.of(subjects(locked), agreements::version);
                var placed = new ArrayList<FactSql.Placed>();
                histories.forEach((subject, history) -> newest(history, now).ifPresent(fact -> {
                    history.add(fact);
                    placed.add(new FactSql.Placed(subject, history.size(), fact));
                }));
                facts.insert(placed);
                rewrite(locked, histories, now);
            });
        });
    }

    private void rewrite(List<StoredClock> locked, Map<Subject, List<Fact>> histories, Instant now) {
        long revision = agreements.book().revision().calendars();
        var mended = locked.stream()
                .map(c -> c.with(Replay.clock(c.clock().metric(), FactSql.history(histories, c.subject())), revision))
                .toList();
        clocks.update(mended);
        var moved = new ArrayList<Entry>();
        for (int i = 0; i < locked.size(); i++) {
            var before = locked.get(i).clock().dueAt();
            if (!Objects.equals(before, mended.get(i).clock().dueAt()))
                moved.add(Telling.moved(mended.get(i), before, now));
        }
        journal.write(moved);
    }

    /** The change to what the agreement says now, if the promise is still open and was of an older version. */
    private Optional<Fact> newest(List<Fact> history, Instant now) {
        var promised = Replay.terms(history);
        var newest = agreements.book().newest(promised.agreement());
        var clock = Replay.clock(Metric.RESOLUTION, history);
        if (promised.id() == newest.id() || clock.stopped()) return Optional.empty();
        return Optional.of(new Fact.Changed(now, newest, clock.priority()));
    }

    private static Set<Subject> subjects(List<StoredClock> stored) {
        return stored.stream().map(StoredClock::subject).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
