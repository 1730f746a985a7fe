package dev.qiao.signal.log;

import java.time.Duration;
import java.time.Instant;

/** Time in pieces of five minutes, by which lines are counted. */
final class Slots {
    static final Duration LENGTH = Duration.ofMinutes(5);

    private Slots() {}

    /** The beginning of the piece in which a moment is. */
    static Instant of(Instant at) {
        long seconds = LENGTH.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
    }
}
