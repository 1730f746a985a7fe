package dev.qiao.ticket;

import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Resolution.Cause;

import dev.qiao.base.Json;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One ticket's past as another system kept it: how it began, and how it looked after each update.
 *
 * @param source the other system's name; with {@code ref} it keeps a second import from making doubles
 * @param matter as it was after the last update that could be read
 * @param nobody the person who stands for whoever the other system does not name
 * @param seen in the order in which it was told
 */
public record History(
        String source, String ref, Matter matter, Instant openedAt, long nobody, List<Seen> seen, Said said) {

    public History {
        seen = List.copyOf(seen);
    }

    /**
     * The ticket after one update.
     *
     * @param by who made it
     * @param stage null where the other system does not say
     * @param word the other system's word for the stage
     * @param waitsFor only on hold
     * @param resolution how it ended; only where it is resolved or closed
     */
    public record Seen(
            Instant at,
            long by,
            Stage.@Nullable Name stage,
            String word,
            @Nullable HoldFor waitsFor,
            @Nullable Long team,
            @Nullable Long person,
            @Nullable Long category,
            long requester,
            Weight weight,
            Ended resolution) {}

    /**
     * How it ended, as far as it is told.
     *
     * @param by null: whoever made the update
     */
    public record Ended(
            Outcome code,
            @Nullable Cause cause,
            String solution,
            @Nullable Long by) {}

    /**
     * What the other system counted and called for itself.
     *
     * @param rows how many of its rows told this past
     * @param resolvedAt when it says that the ticket was resolved for good
     * @param words what else it said that has no place here
     */
    public record Said(
            int rows,
            @Nullable String priority,
            @Nullable Integer reassignments,
            @Nullable Integer reopenings,
            @Nullable Instant resolvedAt,
            Json words) {}
}
