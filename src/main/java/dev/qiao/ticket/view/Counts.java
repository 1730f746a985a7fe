package dev.qiao.ticket.view;

import dev.qiao.base.Me;
import dev.qiao.base.Worker;
import dev.qiao.people.Sight;
import dev.qiao.ticket.Queue;
import dev.qiao.ticket.Queue.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How many tickets a list has, without cost to who looks: a page is told what is remembered, and what somebody asked for lately is
 * counted again behind the pages. What does not depend on the person is counted once for all who have the same sight, many lists in
 * one pass over the open work; to it comes the little that a person sees beyond. Remembered are counts, never rows.
 */
@Component
public class Counts implements Worker {
    /** A figure is never counted more often than this. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    /** What nobody has asked for since then is counted no more. */
    private static final Duration WANTED = Duration.ofSeconds(90);

    private static final int REMEMBERED = 20_000;
    private static final int AT_ONCE = 40;

    /**
     * @param lens its address
     * @param person 0: the part that all with this sight share
     */
    private record Key(String lens, Sight.Common sight, long person) {}

    private static final class Held {
        private volatile Lens lens;
        private volatile Me asker;
        private volatile Instant askedAt;
        private volatile @Nullable Instant countedAt;
        private volatile @Nullable Count count;

        Held(Lens lens, Me asker, Instant at) {
            this.lens = lens;
            this.asker = asker;
            this.askedAt = at;
        }

        void counted(Count found, Instant at) {
            count = found;
            countedAt = at;
        }

        boolean due(Instant now) {
            var then = countedAt;
            return askedAt.plus(WANTED).isAfter(now)
                    && (then == null || !then.plus(EVERY).isAfter(now));
        }
    }

    private final Queue queue;
    private final Lenses lenses;
    private final Map<Key, Held> held = new ConcurrentHashMap<>();

    Counts(Queue queue, Lenses lenses) {
        this.queue = queue;
        this.lenses = lenses;
    }

    /** What is remembered of this list for this person, and asks for it to be counted; empty while nobody has. */
    public Optional<Count> of(Lens lens, Me me, Instant now) {
        return lens.words() == null ? of(lens.address(), () -> lens, me, now) : Optional.empty();
    }

    /** The same of a saved view: what it names is looked up when it is counted, and not each time that it is shown. */
    public Optional<Count> of(SavedView view, Me me, Instant now) {
        return of(view.address(), () -> lenses.read(view.address()), me, now);
    }

    private Optional<Count> of(String address, Supplier<Lens> lens, Me me, Instant now) {
        var sight = Sight.of(me).common();
        var own = ask(new Key(address, sight, me.id()), lens, me, now);
        if (own == null || own.lens.words() != null) return Optional.empty();
        if (!together(own.lens, me)) return Optional.ofNullable(own.count);
        var shared = ask(new Key(address, sight, 0), () -> own.lens, me, now);
        var mine = own.count;
        var all = shared == null ? null : shared.count;
        return mine == null || all == null ? Optional.empty() : Optional.of(sum(mine, all));
    }

    private static Count sum(Count one, Count other) {
        int all = one.number() + other.number();
        return new Count(Math.min(all, Queue.COUNTED), one.more() || other.more() || all > Queue.COUNTED);
    }

    /** Whether one pass counts it for many: open work, and nothing in it means the reader. */
    private static boolean together(Lens lens, Me me) {
        return lens.impersonal() && lens.filter(me).open();
    }

    private @Nullable Held ask(Key key, Supplier<Lens> lens, Me me, Instant now) {
        var seen = held.get(key);
        if (seen == null) {
            if (held.size() >= REMEMBERED) return null;
            var read = lens.get();
            seen = held.computeIfAbsent(key, _ -> new Held(read, me, now));
        }
        seen.asker = me;
        seen.askedAt = now;
        return seen;
    }

    @Override
    public String name() {
        return "ticket.view_counts";
    }

    @Override
    public int work(Instant now) {
        held.values().removeIf(h -> !h.askedAt.plus(WANTED).isAfter(now));
        var passes = new HashMap<Sight.Common, Map<String, List<Map.Entry<Key, Held>>>>();
        var read = new HashMap<String, Lens>();
        int counted = 0;
        for (var entry : held.entrySet()) {
            var key = entry.getKey();
            var one = entry.getValue();
            if (!one.due(now)) continue;
            counted++;
            one.lens = read.computeIfAbsent(key.lens(), lenses::read);
            if (together(one.lens, one.asker))
                passes.computeIfAbsent(key.sight(), _ -> new HashMap<>())
                        .computeIfAbsent(key.lens(), _ -> new ArrayList<>())
                        .add(entry);
            else one.counted(queue.counted(one.lens.filter(one.asker), one.asker, now), now);
        }
        for (var pass : passes.values()) {
            var lists = List.copyOf(pass.values());
            for (int from = 0; from < lists.size(); from += AT_ONCE)
                inOne(lists.subList(from, Math.min(from + AT_ONCE, lists.size())), now);
        }
        return counted;
    }

    /** Many lists in two statements, for all who have the same sight: what all of them see, and what each sees beyond. */
    private void inOne(List<List<Map.Entry<Key, Held>>> lists, Instant now) {
        var me = lists.getFirst().getFirst().getValue().asker;
        var filters = lists.stream()
                .map(list -> list.getFirst().getValue().lens.filter(me))
                .toList();
        var people = lists.stream()
                .flatMap(list -> list.stream().map(entry -> entry.getKey().person()))
                .filter(person -> person != 0)
                .collect(Collectors.toSet());
        var none = Collections.nCopies(filters.size(), 0L);
        var all = queue.counts(filters, true, Set.of(me.id()), me, now).getOrDefault(me.id(), none);
        var own = queue.counts(filters, false, people, me, now);
        for (int n = 0; n < lists.size(); n++) {
            for (var entry : lists.get(n)) {
                long person = entry.getKey().person();
                long number = (person == 0 ? all : own.getOrDefault(person, none)).get(n);
                int told = (int) Math.min(number, Queue.COUNTED);
                entry.getValue().counted(new Count(told, number > told), now);
            }
        }
    }
}
