package dev.qiao.signal.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the readings of a series say. */
public sealed interface Verdict {
    /** Nothing can be said: there are too few readings, or none lately. What was said before stands. */
    record Unknown() implements Verdict {}

    /** All is as it should be, so far that what was said before is over. */
    record Calm() implements Verdict {}

    /** Neither calm nor alarming: what was said before stands. */
    record Between() implements Verdict {}

    /**
     * A sign of trouble.
     *
     * @param value what it is now
     * @param limit beyond which it is, or will be, or what it usually is
     * @param comesAt when the limit will be reached; null where that is not foretold
     */
    record Alarming(double value, double limit, @Nullable Instant comesAt) implements Verdict {}
}
