package dev.qiao.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is within a team, and why.
 *
 * @param steps how the choice narrowed, in order
 * @param last nobody is left to ask after this one
 */
public record Turn(@Nullable Long person, List<Reason> steps, Reason reason, boolean last) {
    static final String EVERYONE_ASKED = "dispatch.everyone_asked";
    /** The same in a team that nobody leads. */
    static final String NOBODY_LEFT = "dispatch.nobody_left";

    /**
     * On duty, then able to do it, then below capacity, then least loaded, then longest idle; nobody left: the lead, visibly. A team
     * without a lead leaves it with nobody.
     *
     * @param wanted the level of each skill that the work wants
     * @param asked those who were offered it already, or gave it back
     */
    static Turn of(List<Candidate> team, Map<Long, Integer> wanted, Set<Long> asked, @Nullable Long lead) {
        var steps = new ArrayList<Reason>();
        var onDuty = team.stream().filter(Candidate::onDuty).toList();
        steps.add(Reason.of("dispatch.step_on_duty", onDuty.size(), team.size()));
        if (onDuty.isEmpty()) return lead(lead, steps, Reason.of("dispatch.nobody_on_duty"));
        var able = onDuty.stream().filter(c -> c.skilled(wanted)).toList();
        if (!wanted.isEmpty()) steps.add(Reason.of("dispatch.step_skilled", able.size()));
        if (able.isEmpty()) return lead(lead, steps, Reason.of("dispatch.nobody_skilled", onDuty.size()));
        var left = able.stream().filter(c -> !asked.contains(c.person())).toList();
        if (left.size() < able.size()) steps.add(Reason.of("dispatch.step_asked", able.size() - left.size()));
        if (left.isEmpty()) {
            var key = lead == null ? NOBODY_LEFT : EVERYONE_ASKED;
            return new Turn(lead, List.copyOf(steps), Reason.of(key, able.size()), true);
        }
        var room =
                left.stream().filter(Candidate::hasRoom).sorted(Candidate.ORDER).toList();
        if (left.stream().anyMatch(c -> c.capacity() != null))
            steps.add(Reason.of("dispatch.step_room", room.size(), left.size()));
        if (room.isEmpty()) return lead(lead, steps, Reason.of("dispatch.everyone_full", left.size()));
        return new Turn(room.getFirst().person(), List.copyOf(steps), why(room), false);
    }

    static Turn nowhere() {
        return new Turn(null, List.of(), Reason.of("dispatch.no_team"), true);
    }

    private static Turn lead(@Nullable Long lead, List<Reason> steps, Reason why) {
        return new Turn(lead, List.copyOf(steps), lead == null ? Reason.of("dispatch.no_lead") : why, true);
    }

    private static Reason why(List<Candidate> left) {
        var first = left.getFirst();
        if (left.size() == 1) return Reason.of("dispatch.only_one", first.load());
        if (first.load() < left.get(1).load()) return Reason.of("dispatch.least_loaded", left.size(), first.load());
        var equals = left.stream().filter(c -> c.load() == first.load()).toList();
        return Objects.equals(first.idleSince(), equals.get(1).idleSince())
                ? Reason.of("dispatch.first_in_line", equals.size(), first.load())
                : Reason.of("dispatch.longest_idle", equals.size(), first.load());
    }
}
