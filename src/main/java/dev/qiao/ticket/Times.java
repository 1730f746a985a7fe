package dev.qiao.ticket;

import dev.qiao.base.Refused;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The moments of a ticket.
 *
 * @param acceptedAt the first acceptance
 * @param respondedAt the first acceptance, public word of a desk person, or solution: what stops the response clock
 * @param dueAt the nearest running clock; null when none runs
 */
public record Times(
        Instant openedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant respondedAt,
        @Nullable Instant restoredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Instant dueAt,
        Instant updatedAt) {

    /** The clocks of people and machines differ a little. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    /** When a fault began, as somebody says. Errors: invalid, where that is yet to come. */
    public static @Nullable Instant stated(@Nullable Instant began, Instant now) {
        if (began == null || !began.isAfter(now)) return began;
        if (began.isAfter(now.plus(SKEW))) throw Refused.invalid("startedAt", "ticket.start_in_future");
        return now;
    }

    static Times opened(Instant at) {
        return new Times(at, null, null, null, null, null, null, at);
    }

    Times accepted(Instant at) {
        return new Times(
                openedAt, first(acceptedAt, at), first(respondedAt, at), restoredAt, resolvedAt, closedAt, dueAt, at);
    }

    Times responded(Instant at) {
        return new Times(openedAt, acceptedAt, first(respondedAt, at), restoredAt, resolvedAt, closedAt, dueAt, at);
    }

    /** The same, where nobody had responded before this moment. */
    public Times answered(@Nullable Instant at) {
        var responded = respondedAt == null ? at : respondedAt;
        return new Times(openedAt, acceptedAt, responded, restoredAt, resolvedAt, closedAt, dueAt, updatedAt);
    }

    Times restored(@Nullable Instant since, Instant at) {
        return new Times(openedAt, acceptedAt, respondedAt, since, resolvedAt, closedAt, dueAt, at);
    }

    Times resolved(@Nullable Instant restored, Instant at) {
        return new Times(openedAt, acceptedAt, first(respondedAt, at), restored, at, null, dueAt, at);
    }

    Times closed(Instant at) {
        return new Times(openedAt, acceptedAt, respondedAt, restoredAt, resolvedAt, at, dueAt, at);
    }

    Times reopened(Instant at) {
        return new Times(openedAt, acceptedAt, respondedAt, null, null, null, dueAt, at);
    }

    Times touched(Instant at) {
        return new Times(openedAt, acceptedAt, respondedAt, restoredAt, resolvedAt, closedAt, dueAt, at);
    }

    Times due(@Nullable Instant at) {
        return new Times(openedAt, acceptedAt, respondedAt, restoredAt, resolvedAt, closedAt, at, updatedAt);
    }

    private static Instant first(@Nullable Instant already, Instant now) {
        return already == null ? now : already;
    }
}
