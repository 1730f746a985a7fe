package dev.qiao.signal.metric;

import java.time.Duration;
import java.time.Instant;

/** How long a rolled-up row is. */
enum Step {
    FIVE_MINUTES(Duration.ofMinutes(5)),
    HOUR(Duration.ofHours(1));

    private final Duration length;

    Step(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /** The beginning of the step in which this is. */
    Instant of(Instant at) {
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }
}
