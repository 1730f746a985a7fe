package dev.qiao.dispatch;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is within a team, and why.
 *
 * @param last nobody is left to ask after this one
 */
public record Turn(@Nullable Long person, Reason reason, boolean last) {
    static final String EVERYONE_ASKED = "dispatch.everyone_asked";

    /**
     * On duty, then least loaded, then longest idle; nobody left: the lead, visibly.
     *
     * @param asked those who were offered it already, or gave it back
     */
    static Turn of(List<Candidate> team, Set<Long> asked, @Nullable Long lead) {
        var onDuty = team.stream().filter(Candidate::onDuty).toList();
        var left = onDuty.stream()
                .filter(c -> !asked.contains(c.person()))
                .sorted(Candidate.ORDER)
                .toList();
        if (!left.isEmpty()) return new Turn(left.getFirst().person(), why(left), false);
        if (lead == null) return new Turn(null, Reason.of("dispatch.no_lead"), true);
        return new Turn(
                lead,
                onDuty.isEmpty() ? Reason.of("dispatch.nobody_on_duty") : Reason.of(EVERYONE_ASKED, onDuty.size()),
                true);
    }

    static Turn nowhere() {
        return new Turn(null, Reason.of("dispatch.no_team"), true);
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
