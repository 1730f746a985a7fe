package dev.qiao.ticket.followup;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When somebody wants to look at a ticket again, and why.
 *
 * @param told when the time had come; null: it has not
 */
record Wish(Instant at, String note, @Nullable Instant told) {
    /** Who wanted to look at both looks at the earlier time, for both reasons. */
    static @Nullable Wish both(@Nullable Wish there, @Nullable Wish moved) {
        if (there == null || moved == null) return there == null ? moved : there;
        var earlier = moved.at.isBefore(there.at) ? moved : there;
        var notes = Stream.of(there.note, moved.note)
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Wish(earlier.at, notes, earlier.told);
    }

    /** What was told for both was told for this one, too. */
    Wish toldBy(@Nullable Instant joint) {
        return told != null || joint == null || at.isAfter(joint) ? this : new Wish(at, note, joint);
    }

    /** The same wish, whether it was told or not. */
    boolean same(@Nullable Wish other) {
        return other != null && at.equals(other.at) && note.equals(other.note);
    }
}
