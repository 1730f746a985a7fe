package dev.qiao.sla;

import java.time.Instant;

/** Something that happened to a subject and matters to its promises. */
public sealed interface Fact {
    Instant at();

    /** All its promises begin. */
    record Started(Instant at, Terms terms, String priority) implements Fact {}

    /** From now on other terms hold, another priority, or both; the time spent stays spent. */
    record Changed(Instant at, Terms terms, String priority) implements Fact {}

    /** It waits for somebody; whether a clock waits with it, its terms say. */
    record Held(Instant at, String reason) implements Fact {}

    record Resumed(Instant at) implements Fact {}

    /** A promise is fulfilled, in time or not. */
    record Stopped(Instant at, Metric metric) implements Fact {}

    /** It was not: the clock goes on, and the time in between is not counted. */
    record Restarted(Instant at, Metric metric) implements Fact {}
}
