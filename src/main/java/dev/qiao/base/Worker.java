package dev.qiao.base;

import java.time.Duration;
import java.time.Instant;

/**
 * Work that goes on behind the pages: a journal reader, due clocks, returning holds. The clock is an argument, so that a test can
 * crank a year by hand. Several nodes may call at once: a worker takes its rows with {@code for update skip locked}.
 */
public interface Worker {
    /** A stable name such as {@code sla.due}. */
    String name();

    /** Whether a commit on this node may have made work for it. Who does not listen looks five times a second. */
    default boolean listens() {
        return false;
    }

    /** Does a bounded piece of work; returns how much was done. 0 means: nothing left for now. */
    int work(Instant now);

    /** How long a worker that found nothing rests. A clock that is set back wakes it. */
    final class Rest {
        private final Duration pause;
        private volatile Instant until = Instant.MIN;

        public Rest(Duration pause) {
            this.pause = pause;
        }

        public boolean goesOn(Instant now) {
            return now.isBefore(until) && !now.plus(pause).isBefore(until);
        }

        /** Begins now. */
        public void begin(Instant now) {
            until = now.plus(pause);
        }
    }
}
