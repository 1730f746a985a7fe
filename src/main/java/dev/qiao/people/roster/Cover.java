package dev.qiao.people.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody stands in for a while: by their own word, by the lead's, or because two have swapped.
 *
 * @param instead in whose place; null: besides whoever is there
 * @param swap the swap that it comes from; null for none
 */
public record Cover(
        long id,
        long team,
        long person,
        @Nullable Long instead,
        Instant from,
        Instant to,
        @Nullable Long swap) {
    boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
