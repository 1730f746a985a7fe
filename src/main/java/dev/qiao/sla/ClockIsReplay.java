package dev.qiao.sla;

import dev.qiao.base.Check;
import dev.qiao.base.Db;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Each clock is the replay of its facts, on the calendars that it was computed with. Looks at so many at a time. */
@Component
class ClockIsReplay implements Check {
    private static final int BATCH = 1000;
    private static final int MOST_PROBLEMS = 100;

    private final Db db;
    private final ClockSql clocks;
    private final FactSql facts;
    private final Agreements agreements;

    ClockIsReplay(Db db, ClockSql clocks, FactSql facts, Agreements agreements) {
        this.db = db;
        this.clocks = clocks;
        this.facts = facts;
        this.agreements = agreements;
    }

    @Override
    public String name() {
        return "sla.clock_is_replay";
    }

    @Override
    public List<String> problems() {
        var problems = new ArrayList<String>();
        var key = ClockSql.Key.FIRST;
        while (problems.size() < MOST_PROBLEMS) {
            var from = key;
            var last = db.snapshot(() -> look(from, problems));
            if (last == null) break;
            key = last;
        }
        return problems.subList(0, Math.min(problems.size(), MOST_PROBLEMS));
    }

    private ClockSql.@Nullable Key look(ClockSql.Key from, List<String> problems) {
        var batch = clocks.after(from, false, BATCH, agreements::version);
        if (batch.isEmpty()) return null;
        batch.stream().collect(Collectors.groupingBy(StoredClock::revision)).forEach((revision, stored) -> {
            LongFunction<Terms> terms = asOf(revision);
            var subjects = new LinkedHashSet<>(
                    stored.stream().map(StoredClock::subject).toList());
            var histories = facts.of(subjects, terms);
            for (var clock : stored) compare(clock, histories.getOrDefault(clock.subject(), List.of()), problems);
        });
        return ClockSql.Key.of(batch.getLast());
    }

    private LongFunction<Terms> asOf(long revision) {
        Map<Long, Terms> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, i -> agreements.version(i, revision));
    }

    private static void compare(StoredClock stored, List<Fact> history, List<String> problems) {
        var which = "%s %d %s"
                .formatted(
                        stored.subject().kind(),
                        stored.subject().number(),
                        stored.clock().metric().code());
        if (history.isEmpty()) {
            problems.add(which + ": no facts");
            return;
        }
        var replayed = Replay.clock(stored.clock().metric(), history);
        var kept = stored.clock().on(replayed.terms());
        if (!replayed.equals(kept))
            problems.add("%s: stored %s, replayed %s".formatted(which, say(kept), say(replayed)));
    }

    private static String say(Clock clock) {
        return "due %s spent %s of %s as of %s paused %s stopped %s terms %d %s"
                .formatted(
                        clock.dueAt(),
                        clock.spent(),
                        clock.budget(),
                        clock.asOf(),
                        clock.pausedAt(),
                        clock.stoppedAt(),
                        clock.terms().id(),
                        clock.priority());
    }
}
