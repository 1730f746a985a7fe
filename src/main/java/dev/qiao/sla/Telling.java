package dev.qiao.sla;

import dev.qiao.base.Origin;
import dev.qiao.journal.Audience;
import dev.qiao.journal.Entry;
import dev.qiao.journal.Facts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the journal is told about clocks. */
final class Telling {
    private Telling() {}

    /** Of the step that was told last. */
    static Entry entry(StoredClock told, Origin origin) {
        var clock = told.clock();
        var step = Arrays.stream(Step.values())
                .filter(s -> s.percent() == told.told())
                .findFirst()
                .orElseThrow();
        var passed = Objects.requireNonNull(clock.moment(step));
        var at = clock.stopped() || passed.isAfter(clock.asOf()) ? passed : clock.asOf();
        return entry(told, at, origin, facts(clock, step));
    }

    static Entry moved(StoredClock after, @Nullable Instant before, Instant now) {
        var facts = new ClockMoved(
                after.clock().metric().code(), before, after.clock().dueAt());
        return entry(after, now, after.origin(), facts);
    }

    private static Facts facts(Clock clock, Step step) {
        var metric = clock.metric().code();
        var agreement = clock.terms().agreement();
        return switch (step) {
            case HALF, THREE_QUARTERS ->
                new ClockWarned(metric, step.percent(), clock.dueAt(), clock.priority(), agreement);
            case DUE -> new ClockBreached(metric, Objects.requireNonNull(clock.dueAt()), clock.priority(), agreement);
        };
    }

    private static Entry entry(StoredClock clock, Instant at, Origin origin, Facts facts) {
        var subject = clock.subject();
        return new Entry(at, origin, subject.kind(), subject.number(), 0, 0, Audience.INTERNAL, facts);
    }
}
