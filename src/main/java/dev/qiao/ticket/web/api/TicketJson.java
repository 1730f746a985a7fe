package dev.qiao.ticket.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qiao.base.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole ticket as the API tells it. References come out as code (or login) and name.
 *
 * @param form what was asked beside the title when it was opened; null: nothing was
 * @param formVersion which of its versions
 * @param fields what was answered, by the codes of fields; what has a code comes out with its name
 * @param mergedInto the ticket in which it goes on, so that its number keeps leading there; null for one that stands by itself
 */
public record TicketJson(
        long number,
        @Nullable Long mergedInto,
        String title,
        String description,
        String kind,
        String stage,
        String priority,
        @Nullable String priorityReason,
        String impact,
        String urgency,
        @Nullable Ref team,
        @Nullable Ref assignee,
        @Nullable Ref requester,
        @Nullable Ref reporter,
        @Nullable Ref organization,
        @Nullable Ref service,
        @Nullable Ref category,
        String source,
        List<String> tags,
        boolean restricted,
        @Nullable HoldJson hold,
        @Nullable ResolutionJson resolution,
        @Nullable Instant startedAt,
        Instant openedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant restoredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Instant dueAt,
        Instant updatedAt,
        int reopened,
        int handedOver,
        int comments,
        int version,
        List<ClockJson> clocks,
        List<String> allowed,
        @Nullable Ref form,
        @Nullable Integer formVersion,
        Map<String, Object> fields) {

    public record HoldJson(
            @JsonProperty("for") String waitsFor,
            String reason,
            @Nullable Instant until) {}

    public record ResolutionJson(String code, @Nullable String cause, String solution) {}

    /**
     * One clock.
     *
     * @param state running, paused, met or breached
     */
    public record ClockJson(
            String metric,
            long budgetSeconds,
            long spentSeconds,
            @Nullable Instant dueAt,
            String state) {}
}
