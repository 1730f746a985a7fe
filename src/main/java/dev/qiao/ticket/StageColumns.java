package dev.qiao.ticket;

import dev.qiao.base.Row;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stage as columns, there and back. */
public record StageColumns(
        Stage.Name stage,
        Instant at,
        @Nullable Long engineer,
        @Nullable HoldFor holdFor,
        @Nullable String holdReason,
        @Nullable Instant returnAt,
        @Nullable Outcome outcome,
        @Nullable Cause cause,
        @Nullable String solution,
        @Nullable Instant endedAt,
        @Nullable Long endedBy,
        @Nullable Instant closesAt) {

    /** A stage as it is stored. */
    public static StageColumns of(Stage stage) {
        return switch (stage) {
            case Stage.Waiting w -> plain(w, null);
            case Stage.Working w -> plain(w, w.engineer());
            case Stage.OnHold h ->
                new StageColumns(
                        h.name(),
                        h.since(),
                        h.engineer(),
                        h.waitsFor(),
                        h.reason(),
                        h.until(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case Stage.Resolved r -> ended(r, r.engineer(), r.resolution(), r.closesAt());
            case Stage.Closed c -> ended(c, c.engineer(), c.resolution(), null);
        };
    }

    private static StageColumns plain(Stage stage, @Nullable Long engineer) {
        return new StageColumns(
                stage.name(), stage.since(), engineer, null, null, null, null, null, null, null, null, null);
    }

    private static StageColumns ended(Stage stage, @Nullable Long engineer, Resolution r, @Nullable Instant closesAt) {
        return new StageColumns(
                stage.name(),
                stage.since(),
                engineer,
                null,
                null,
                null,
                r.code(),
                r.cause(),
                r.solution(),
                r.at(),
                r.by(),
                closesAt);
    }

    static Stage read(Row row) {
        return new StageColumns(
                        row.word("stage", Stage.Name.class),
                        row.instant("stage_at"),
                        row.numberOrNull("engineer_id"),
                        row.wordOrNull("hold_for", HoldFor.class),
                        row.textOrNull("hold_reason"),
                        row.instantOrNull("return_at"),
                        row.wordOrNull("outcome", Outcome.class),
                        row.wordOrNull("cause", Cause.class),
                        row.textOrNull("solution"),
                        row.instantOrNull("ended_at"),
                        row.numberOrNull("ended_by"),
                        row.instantOrNull("closes_at"))
                .stage(row.instantOrNull("restored_at"));
    }

    /**
     * The stage that these columns hold.
     *
     * @param restoredAt stands among the times of a ticket
     */
    public Stage stage(@Nullable Instant restoredAt) {
        return switch (stage) {
            case WAITING -> new Stage.Waiting(at);
            case WORKING -> new Stage.Working(Objects.requireNonNull(engineer), at);
            case ON_HOLD ->
                new Stage.OnHold(
                        Objects.requireNonNull(holdFor),
                        Objects.requireNonNullElse(holdReason, ""),
                        returnAt,
                        engineer,
                        at);
            case RESOLVED -> new Stage.Resolved(engineer, resolution(restoredAt), closesAt, at);
            case CLOSED -> new Stage.Closed(engineer, resolution(restoredAt), at);
        };
    }

    private Resolution resolution(@Nullable Instant restoredAt) {
        return new Resolution(
                Objects.requireNonNull(outcome),
                cause,
                Objects.requireNonNullElse(solution, ""),
                restoredAt,
                Objects.requireNonNull(endedBy),
                Objects.requireNonNull(endedAt));
    }
}
