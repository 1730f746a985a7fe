package dev.qiao.admin.intake;

import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Matter.Source;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Level;
import dev.qiao.ticket.Weight.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row, understood: a ticket as it was after an update. Names of people, teams and categories are still the file's words.
 *
 * @param row as it stands in the file
 * @param titled false where the title was made from other words
 * @param at null in a plain list, where {@code moments} tell the past
 */
record Update(
        Csv.Row row,
        String ref,
        @Nullable Instant at,
        Instant openedAt,
        Moments moments,
        @Nullable State state,
        Kind kind,
        String title,
        boolean titled,
        String description,
        List<String> category,
        Names names,
        @Nullable Level impact,
        @Nullable Level urgency,
        @Nullable Priority priority,
        @Nullable String priorityWord,
        Source channel,
        Outcome outcome,
        @Nullable Cause cause,
        String solution,
        @Nullable Integer reassignments,
        @Nullable Integer reopenings,
        Map<String, String> kept) {

    /** @param stage null where the word says nothing that is known here */
    record State(
            String word,
            Stage.@Nullable Name stage,
            @Nullable HoldFor waitsFor) {}

    /** When it went on, as far as the row says so. */
    record Moments(
            @Nullable Instant acceptedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant closedAt) {}

    /** Who, in the file's words. */
    record Names(
            @Nullable String by,
            @Nullable String requester,
            @Nullable String reporter,
            @Nullable String resolver,
            @Nullable String organization,
            @Nullable String team,
            @Nullable String person) {}
}
