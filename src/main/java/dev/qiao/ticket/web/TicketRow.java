package dev.qiao.ticket.web;

import dev.qiao.base.web.ClockView;
import dev.qiao.base.web.Face;
import dev.qiao.base.web.Times;
import dev.qiao.ticket.Matter.Kind;
import dev.qiao.ticket.Stage;
import dev.qiao.ticket.Stage.HoldFor;
import dev.qiao.ticket.Weight.Priority;
import dev.qiao.ticket.presence.web.Here;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as a line of a list.
 *
 * @param clock the nearest promise; null when there is none
 * @param holdFor on hold: for whom
 * @param here who else looks at it just now
 * @param nudges how often somebody asked to be quicker while it is open
 */
public record TicketRow(
        long number,
        int version,
        String title,
        Kind kind,
        Priority priority,
        Stage.Name stage,
        @Nullable ClockView clock,
        Face requester,
        @Nullable String service,
        Face assignee,
        Instant changedAt,
        int comments,
        @Nullable HoldFor holdFor,
        @Nullable String team,
        @Nullable String category,
        Instant openedAt,
        List<Here> here,
        int nudges) {

    private static final Duration SOON = Duration.ofHours(1);

    /** Under which head it stands in a list by promise: over, hour, today, later, still. */
    public String group(Times times) {
        if (clock == null || clock.due() == null) return "still";
        var left = Duration.between(times.now(), clock.due());
        if (left.isNegative()) return "over";
        if (left.compareTo(SOON) <= 0) return "hour";
        var today = times.now().atZone(times.zone()).toLocalDate();
        return clock.due().atZone(times.zone()).toLocalDate().equals(today) ? "today" : "later";
    }
}
