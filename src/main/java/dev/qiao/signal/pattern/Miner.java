package dev.qiao.signal.pattern;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Groups the lines of one source into patterns as they arrive. Each line has its pattern at once; later lines may show that several
 * patterns are one, which then goes on under the oldest id. What it answers depends on nothing but the lines it was given, in their
 * order. It keeps a bounded number of patterns and looks at a bounded part of a line. One thread at a time.
 */
public final class Miner {
    private static final int MOST = 4_096;
    /** When there is no room, patterns go that had no line among so many. */
    private static final int UNSEEN = 100_000;

    private static final int BETWEEN_SWEEPS = 10_000;

    private final SortedMap<Long, Group> groups = new TreeMap<>();
    private final Tree tree = new Tree();
    private final Slots slots = new Slots();
    private final Crowds crowds = new Crowds();
    private @Nullable Group anything;
    private long lines;
    private long next = 1;
    private long swept;

    /** A miner that knows nothing yet. */
    public Miner() {}

    /** A miner that goes on where another ended. */
    public Miner(Memory memory) {
        lines = memory.lines();
        next = memory.next();
        swept = memory.swept();
        for (var kept : memory.kept()) {
            var group = Group.of(kept);
            if (group.template().isAnything()) anything = group;
            else add(group);
        }
    }

    /** Learns a raw line: its header is cut off first. */
    public Learned learn(String line) {
        return learnMessage(Header.cut(line).message());
    }

    /** Learns the message of a line whose header is known to be gone. */
    public Learned learnMessage(String message) {
        lines++;
        var words = Words.of(message);
        var known = tree.find(words.texts());
        if (known != null) return counted(known, false, List.of(), List.of());
        var forgotten = sweep();
        if (groups.size() >= MOST) return overflowed(forgotten);
        var joined = new ArrayList<Long>();
        long id = next++;
        var group = settle(add(new Group(id, Template.of(words), 0, lines)), joined);
        joined.remove(id);
        return counted(group, group.id() == id, joined, forgotten);
    }

    private Learned counted(Group group, boolean fresh, List<Long> joined, List<Long> forgotten) {
        group.count(lines);
        return new Learned(group.pattern(), fresh, List.copyOf(joined), forgotten);
    }

    /** What finds no room is one pattern for all, so that a source that never says a thing twice makes no new ones. */
    private Learned overflowed(List<Long> forgotten) {
        var group = anything;
        if (group != null) return counted(group, false, List.of(), forgotten);
        anything = new Group(next++, Template.anything(), 0, lines);
        return counted(anything, true, List.of(), forgotten);
    }

    private Group settle(Group group, List<Long> joined) {
        var settled = group;
        for (var same = same(settled); !same.isEmpty(); same = same(settled)) settled = join(same, joined);
        return settled;
    }

    private List<Group> same(Group group) {
        var same = slots.ripe(group);
        if (same.isEmpty()) same = crowds.covered(group);
        return same.isEmpty() ? crowds.alike(group) : same;
    }

    private Group join(List<Group> same, List<Long> joined) {
        var oldest = same.stream().min(Comparator.comparingLong(Group::id)).orElseThrow();
        same.forEach(this::remove);
        for (var each : same) {
            if (each.id() == oldest.id()) continue;
            oldest.absorb(each);
            joined.add(each.id());
        }
        return add(oldest);
    }

    private Group add(Group group) {
        groups.put(group.id(), group);
        tree.put(group);
        slots.put(group);
        crowds.put(group);
        return group;
    }

    private void remove(Group group) {
        groups.remove(group.id());
        tree.remove(group);
        slots.remove(group);
        crowds.remove(group);
    }

    private List<Long> sweep() {
        if (groups.size() < MOST || lines - swept < BETWEEN_SWEEPS) return List.of();
        swept = lines;
        var unseen = groups.values().stream()
                .filter(group -> group.last() <= lines - UNSEEN)
                .toList();
        unseen.forEach(this::remove);
        return unseen.stream().map(Group::id).toList();
    }

    /** The patterns there are now, oldest first. */
    public List<Pattern> patterns() {
        return all().map(Group::pattern).toList();
    }

    /** All that this miner knows. */
    public Memory memory() {
        return new Memory(lines, next, swept, all().map(Group::kept).toList());
    }

    private Stream<Group> all() {
        return Stream.concat(groups.values().stream(), Stream.ofNullable(anything))
                .sorted(Comparator.comparingLong(Group::id));
    }
}
