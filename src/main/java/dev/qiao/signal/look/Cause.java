package dev.qiao.signal.look;

import java.time.Instant;

/** What may be the cause of a fault. */
public sealed interface Cause {
    /** Since when, or when. */
    Instant at();

    /**
     * A service on which that of the fault rests is failing.
     *
     * @param depth over how many links
     * @param alone whether it rests on nothing else that fails
     */
    record Below(long service, int depth, long alert, String title, Instant at, boolean alone) implements Cause {}

    /**
     * Something was changed or deployed before.
     *
     * @param depth 0: on the service itself
     */
    record Changed(long service, int depth, long deployment, String title, Instant at) implements Cause {}

    /** A figure left what was usual for it. */
    record Metric(long series, String name, long service, Deviation deviation) implements Cause {
        @Override
        public Instant at() {
            return deviation.at();
        }
    }

    /**
     * Lines of a log came more often, or for the first time.
     *
     * @param fresh whether there were none before
     */
    record Pattern(long source, long pattern, String text, boolean fresh, Deviation deviation) implements Cause {
        @Override
        public Instant at() {
            return deviation.at();
        }
    }

    /** The same was solved before. */
    record Solved(long ticket, String title, String solution, Instant at, double likeness, boolean sameService)
            implements Cause {}
}
