package dev.qiao.ticket;

import dev.qiao.base.Row;
import dev.qiao.ticket.Resolution.Cause;
import dev.qiao.ticket.Resolution.Outcome;
import dev.qiao.ticket.Stage.HoldFor;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stage as columns, there and back. */
record StageColumns(
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

    static StageColumns of(Stage stage) {
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
        var since = row.instant("stage_at");
        var engineer = row.numberOrNull("engineer_id");
        return switch (row.word("stage", Stage.Name.class)) {
            case WAITING -> new Stage.Waiting(since);
            case WORKING -> new Stage.Working(Objects.requireNonNull(engineer), since);
            case ON_HOLD ->
                new Stage.OnHold(
                        row.word("hold_for", HoldFor.class),
                        Objects.requireNonNullElse(row.textOrNull("hold_reason"), ""),
                        row.instantOrNull("return_at"),
                        engineer,
                        since);
            case RESOLVED -> new Stage.Resolved(engineer, resolution(row), row.instantOrNull("closes_at"), since);
            case CLOSED -> new Stage.Closed(engineer, resolution(row), since);
        };
    }

    private static Resolution resolution(Row row) {
        return new Resolution(
                row.word("outcome", Outcome.class),
                row.wordOrNull("cause", Cause.class),
                Objects.requireNonNullElse(row.textOrNull("solution"), ""),
                row.instantOrNull("restored_at"),
                row.number("ended_by"),
                row.instant("ended_at"));
    }
}
