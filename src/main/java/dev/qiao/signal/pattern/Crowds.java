package dev.qiao.signal.pattern;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Templates of one length that begin alike. Where two words vary at once no slot ever fills; but a crowd of templates tells that there are
 * values among their words.
 */
final class Crowds {
    private static final int CROWD = 24;
    /** The part of the words that two templates of a crowd share at least, if they are of one kind. */
    private static final double ALIKE = 0.5;

    private static final int LOOKED_AT = 64;

    private final Map<Beginning, SortedMap<Long, Group>> crowds = new HashMap<>();

    private record Beginning(int words, String first) {
        static Beginning of(Group group) {
            var words = group.template().words();
            return new Beginning(words.size(), words.isEmpty() ? "" : words.getFirst());
        }
    }

    void put(Group group) {
        crowds.computeIfAbsent(Beginning.of(group), _ -> new TreeMap<>()).put(group.id(), group);
    }

    void remove(Group group) {
        crowds.computeIfPresent(Beginning.of(group), (_, crowd) -> {
            crowd.remove(group.id());
            return crowd.isEmpty() ? null : crowd;
        });
    }

    /** The group and all in its crowd whose lines it would cover as well; or nobody, if there is no other. */
    List<Group> covered(Group group) {
        if (group.template().learned().isEmpty()) return List.of();
        var covered = crowds.getOrDefault(Beginning.of(group), new TreeMap<>()).values().stream()
                .filter(other -> group.template().covers(other.template()))
                .toList();
        return covered.size() > 1 ? covered : List.of();
    }

    /** The group and, of the oldest in its crowd, the one most like it; nobody, if there is no crowd or none is like it. */
    List<Group> alike(Group group) {
        var crowd = crowds.getOrDefault(Beginning.of(group), new TreeMap<>());
        if (crowd.size() < CROWD) return List.of();
        var best = group;
        double most = 0;
        for (var other : crowd.values().stream().limit(LOOKED_AT).toList()) {
            double alike = other.id() == group.id() ? 0 : group.template().alike(other.template());
            if (alike > most) {
                best = other;
                most = alike;
            }
        }
        return most < ALIKE ? List.of() : List.of(best, group);
    }
}
