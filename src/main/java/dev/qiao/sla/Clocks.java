package dev.qiao.sla;

import dev.qiao.base.Db;
import dev.qiao.base.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The promises of subjects. A verb takes many subjects at once, writes in the transaction of its caller, and answers for each subject
 * that still has a ticking clock when the nearest of them is due.
 */
@Component
public class Clocks {
    private final Db db;
    private final Agreements agreements;
    private final FactSql facts;
    private final ClockSql clocks;

    Clocks(Db db, Agreements agreements, FactSql facts, ClockSql clocks) {
        this.db = db;
        this.agreements = agreements;
        this.facts = facts;
        this.clocks = clocks;
    }

    /** Promises begin: two statements, however many subjects. */
    public Map<Long, Instant> start(List<Start> starts) {
        if (starts.isEmpty()) return Map.of();
        var book = agreements.book();
        var placed = new ArrayList<FactSql.Placed>();
        var stored = new ArrayList<StoredClock>();
        for (var start : starts) {
            var subject = new Subject(start.kind(), start.subject());
            var fact = started(book, start);
            placed.add(new FactSql.Placed(subject, 1, fact));
            for (var metric : Metric.values()) {
                var clock = Replay.clock(metric, List.of(fact));
                stored.add(
                        new StoredClock(subject, start.origin(), book.revision().calendars(), 0, Set.of(), clock));
            }
        }
        db.transact(() -> {
            facts.insert(placed);
            clocks.insert(stored);
        });
        return nearest(stored);
    }

    /** Both clocks pause, as far as the agreement lets them for this reason. Returns the nearest due moment then, here and below. */
    public Optional<Instant> pause(String kind, long subject, String reason, Instant at) {
        return change(kind, subject, new Change.Pause(at, reason));
    }

    /** What pauses goes on. */
    public Optional<Instant> resume(String kind, long subject, Instant at) {
        return change(kind, subject, new Change.Resume(at));
    }

    /** A promise is fulfilled; a second time makes no difference. */
    public Optional<Instant> stop(String kind, long subject, Metric metric, Instant at) {
        return change(kind, subject, new Change.Stop(at, metric));
    }

    /** A stopped clock goes on; the time in between is not counted. */
    public Optional<Instant> restart(String kind, long subject, Metric metric, Instant at) {
        return change(kind, subject, new Change.Restart(at, metric));
    }

    /** The subject is another one to the agreements; time spent counts on. */
    public Optional<Instant> terms(String kind, long subject, Attributes attributes, Instant at) {
        return change(kind, subject, new Change.Reassess(at, attributes));
    }

    /** Several changes of one subject in order; nothing follows for a subject that was promised nothing. */
    public Optional<Instant> change(String kind, long subject, Change... changes) {
        return Optional.ofNullable(
                change(kind, Map.of(subject, List.of(changes))).get(subject));
    }

    /** Changes of many subjects: four statements, however many. */
    public Map<Long, Instant> change(String kind, Map<Long, List<Change>> changes) {
        if (changes.isEmpty()) return Map.of();
        return db.transact(() -> {
            var book = agreements.book();
            var locked = clocks.lock(kind, changes.keySet(), agreements::version);
            var subjects = locked.stream().map(StoredClock::subject).distinct().toList();
            var histories = facts.of(subjects, agreements::version);
            var placed = new ArrayList<FactSql.Placed>();
            for (var subject : subjects) {
                var history = FactSql.history(histories, subject);
                for (var change : changes.getOrDefault(subject.number(), List.of())) {
                    var fact = fact(book, history, change);
                    if (!matters(history, fact)) continue;
                    history.add(fact);
                    placed.add(new FactSql.Placed(subject, history.size(), fact));
                }
            }
            var replayed = locked.stream()
                    .map(c -> c.with(
                            Replay.clock(c.clock().metric(), FactSql.history(histories, c.subject())),
                            book.revision().calendars()))
                    .toList();
            facts.insert(placed);
            clocks.update(replayed);
            return nearest(replayed);
        });
    }

    /** How promises stand, response first. */
    public Map<Long, List<Clock>> of(String kind, Collection<Long> subjects) {
        if (subjects.isEmpty()) return Map.of();
        var found = new LinkedHashMap<Long, List<Clock>>();
        for (var stored : clocks.of(kind, subjects, agreements::version)) {
            found.computeIfAbsent(stored.subject().number(), _ -> new ArrayList<>())
                    .add(stored.clock());
        }
        return found;
    }

    /** When the nearest ticking clock of each subject is due; subjects without one are left out. */
    public Map<Long, Instant> nearestDue(String kind, Collection<Long> subjects) {
        return subjects.isEmpty() ? Map.of() : nearest(clocks.of(kind, subjects, agreements::version));
    }

    /** Why a clock stands as it does, span by span. Errors: the subject was promised nothing. */
    public List<Span> explain(String kind, long subject, Metric metric, Instant now) {
        var asked = new Subject(kind, subject);
        var history = facts.of(List.of(asked), agreements::version).get(asked);
        if (history == null) throw Refused.notFound("sla.never_started");
        return Replay.spans(metric, history, now);
    }

    static Map<Long, Instant> nearest(Collection<StoredClock> stored) {
        var nearest = new HashMap<Long, Instant>();
        for (var clock : stored) {
            var due = clock.clock().dueAt();
            if (clock.clock().ticking() && due != null)
                nearest.merge(clock.subject().number(), due, (a, b) -> a.isBefore(b) ? a : b);
        }
        return nearest;
    }

    static Fact started(Book book, Start start) {
        return new Fact.Started(
                start.at(), book.choose(start.attributes()), start.attributes().priority());
    }

    /** A clock keeps the version that it was promised as long as the same agreement applies. */
    static Fact fact(Book book, List<Fact> history, Change change) {
        return switch (change) {
            case Change.Pause c -> new Fact.Held(c.at(), c.reason());
            case Change.Resume c -> new Fact.Resumed(c.at());
            case Change.Stop c -> new Fact.Stopped(c.at(), c.metric());
            case Change.Restart c -> new Fact.Restarted(c.at(), c.metric());
            case Change.Reassess c -> {
                var chosen = book.choose(c.attributes());
                var promised = Replay.terms(history);
                var terms = chosen.agreement().equals(promised.agreement()) ? promised : chosen;
                yield new Fact.Changed(c.at(), terms, c.attributes().priority());
            }
        };
    }

    /** A hold is kept even where it pauses nothing, for terms may change meanwhile; what else makes no difference is not. */
    static boolean matters(List<Fact> history, Fact fact) {
        return switch (fact) {
            case Fact.Held _, Fact.Resumed _, Fact.Changed _ -> true;
            case Fact.Started _ -> false;
            case Fact.Stopped f -> !Replay.clock(f.metric(), history).stopped();
            case Fact.Restarted f -> Replay.clock(f.metric(), history).stopped();
        };
    }
}
