package dev.qiao.signal.log;

import dev.qiao.signal.Line;
import dev.qiao.signal.pattern.Learned;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the lines of one batch brought, by their patterns. */
final class Tally {
    /** So many lines of a pattern are kept with it. */
    private static final int EXAMPLES = 5;

    private static final int LONGEST_EXAMPLE = 500;

    /** What a pattern had. */
    static final class Had {
        final SortedMap<Instant, Long> counts = new TreeMap<>();
        final Deque<Example> examples = new ArrayDeque<>();
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;

        private void count(Line line) {
            counts.merge(Slots.of(line.at()), 1L, Long::sum);
            var text = line.text();
            examples.addFirst(new Example(
                    line.at(), text.length() <= LONGEST_EXAMPLE ? text : text.substring(0, LONGEST_EXAMPLE) + "…"));
            if (examples.size() > EXAMPLES) examples.removeLast();
            seen(line.at(), line.at());
        }

        private void absorb(Had other) {
            other.counts.forEach((slot, lines) -> counts.merge(slot, lines, Long::sum));
            for (var example : other.examples) if (examples.size() < EXAMPLES) examples.addLast(example);
            seen(other.first, other.last);
        }

        private void seen(Instant from, Instant to) {
            if (from.isBefore(first)) first = from;
            if (to.isAfter(last)) last = to;
        }
    }

    private final Map<Long, Had> had = new TreeMap<>();
    private final Map<Long, Long> went = new HashMap<>();
    private final Set<Long> fresh = new HashSet<>();
    private final List<Long> forgotten = new ArrayList<>();
    private final List<Long> ofLines = new ArrayList<>();

    void count(Line line, Learned learned) {
        long id = learned.pattern().id();
        if (learned.fresh()) fresh.add(id);
        forgotten.addAll(learned.forgotten());
        var group = had.computeIfAbsent(id, _ -> new Had());
        for (var joined : learned.joined()) {
            went.put(joined, id);
            var before = had.remove(joined);
            if (before != null) group.absorb(before);
        }
        group.count(line);
        ofLines.add(id);
    }

    Map<Long, Had> had() {
        return had;
    }

    /** Patterns that go on in another, with that one. */
    Map<Long, Long> went() {
        var ends = new TreeMap<Long, Long>();
        went.keySet().forEach(id -> ends.put(id, end(id)));
        return ends;
    }

    boolean fresh(long id) {
        return fresh.contains(id);
    }

    List<Long> forgotten() {
        return forgotten;
    }

    /** The pattern in which a line ended. */
    long of(int line) {
        return end(ofLines.get(line));
    }

    private long end(long id) {
        long end = id;
        for (var next = went.get(end); next != null; next = went.get(end)) end = next;
        return end;
    }
}
