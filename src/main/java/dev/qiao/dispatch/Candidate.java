package dev.qiao.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member of the team as the choice sees them.
 *
 * @param levels how well they have which skill
 * @param capacity how much they are given before others; null: no limit
 * @param load open work, weighted by priority
 * @param idleSince when they were last given something; null when never
 */
public record Candidate(
        long person,
        boolean onDuty,
        Map<Long, Integer> levels,
        @Nullable Integer capacity,
        int load,
        @Nullable Instant idleSince) {
    /** Least loaded, then longest idle, then the smaller number, so that the same question has one answer. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::load)
            .thenComparing(Candidate::idleSince, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Candidate::person);

    /** @param wanted the level of each skill that the work wants */
    boolean skilled(Map<Long, Integer> wanted) {
        return wanted.entrySet().stream().allMatch(w -> levels.getOrDefault(w.getKey(), 0) >= w.getValue());
    }

    boolean hasRoom() {
        return capacity == null || load < capacity;
    }

    /** The same person once this work is theirs. */
    Candidate given(int weight, Instant now) {
        return new Candidate(person, onDuty, levels, capacity, load + weight, now);
    }
}
