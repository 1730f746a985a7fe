package dev.qiao.dispatch;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A member of the team as the choice sees them.
 *
 * @param load open work, weighted by priority
 * @param idleSince when they were last given something; null when never
 */
public record Candidate(
        long person, boolean onDuty, int load, @Nullable Instant idleSince) {
    /** Least loaded, then longest idle, then the smaller number, so that the same question has one answer. */
    static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::load)
            .thenComparing(Candidate::idleSince, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(Candidate::person);

    /** The same person once this work is theirs. */
    Candidate given(int weight, Instant now) {
        return new Candidate(person, onDuty, load + weight, now);
    }
}
