package dev.qiao.ticket.presence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.qiao.base.Me;
import dev.qiao.base.Workers;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Happened;
import dev.qiao.journal.Passing;
import dev.qiao.journal.Visible;
import dev.qiao.ticket.Queue;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * At which tickets somebody came, went or began to type: at once on this node, else within a second, also when somebody was silent
 * for too long. Only the desk hears of it, and only of tickets in their sight.
 */
@Component
class PresenceNews implements Passing, Visible {
    static final String KIND = "ticket.presence";

    private static final long PULSE = Duration.ofSeconds(1).toNanos();
    private static final int MOST = 5_000;

    private final PresenceSql sql;
    private final Queue queue;
    private final Workers workers;
    private final InstantSource clock;
    private final AtomicBoolean changed = new AtomicBoolean();
    private Map<Long, Set<Present>> before = Map.of();
    private long looked;

    PresenceNews(PresenceSql sql, Queue queue, Workers workers, InstantSource clock) {
        this.sql = sql;
        this.queue = queue;
        this.workers = workers;
        this.clock = clock;
    }

    void changed() {
        changed.set(true);
        workers.wake();
    }

    @Override
    public synchronized List<Happened> news() {
        long now = System.nanoTime();
        if (!changed.getAndSet(false) && now - looked < PULSE) return List.of();
        looked = now;
        var here = sql.all(clock.instant().minus(Presences.KEPT), MOST).stream()
                .collect(groupingBy(Present::number, toSet()));
        var numbers = new HashSet<>(before.keySet());
        numbers.addAll(here.keySet());
        numbers.removeIf(number -> Objects.equals(before.get(number), here.get(number)));
        before = here;
        return numbers.stream()
                .map(number -> new Happened(0, KIND, number, Audience.INTERNAL))
                .toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<Long> among(Collection<Long> numbers, Me me) {
        return me.worksHere() ? queue.among(numbers, me) : Set.of();
    }
}
