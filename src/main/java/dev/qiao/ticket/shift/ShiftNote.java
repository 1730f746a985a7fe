package dev.qiao.ticket.shift;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one shift left to the next.
 *
 * @param words of the outgoing engineer
 * @param matters the work as it stood then
 * @param takenBy who has it now; null: nobody yet
 */
public record ShiftNote(
        long id,
        long team,
        String words,
        long writtenBy,
        Instant writtenAt,
        Matters matters,
        @Nullable Long takenBy,
        @Nullable Instant takenAt) {

    /**
     * Tickets by their numbers.
     *
     * @param open everything that is owed
     * @param risky the promise falls due in the next hours, or is broken
     * @param watched urgent, or with nobody
     * @param returning on hold, and back in the next day
     */
    public record Matters(List<Long> open, List<Long> risky, List<Long> watched, List<Long> returning) {}
}
