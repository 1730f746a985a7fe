package dev.qiao.sla;

import java.time.Instant;

/** What a room tells of its subject, so far as promises care. */
public sealed interface Change {
    Instant at();

    /** It waits for the requester, a supplier, a change or something other: {@link Terms#REASONS}. */
    record Pause(Instant at, String reason) implements Change {}

    record Resume(Instant at) implements Change {}

    record Stop(Instant at, Metric metric) implements Change {}

    /** A reopening: the clock goes on, and the time in between is not counted. */
    record Restart(Instant at, Metric metric) implements Change {}

    /** Its service, organization, kind or priority is another: other terms may apply. Nothing starts anew. */
    record Reassess(Instant at, Attributes attributes) implements Change {}
}
