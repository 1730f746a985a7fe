package dev.qiao.journal;

import java.time.Instant;
import java.util.List;

/** Something that follows from acts: it reads the journal in order, each entry once, behind a stored cursor. */
public interface Reader {
    /** A stable name such as {@code dispatch}: it names the cursor. */
    String name();

    boolean wants(Recorded entry);

    /**
     * Reads and computes, outside any transaction, then returns the effect: short, run in the very transaction that moves the cursor.
     * A {@link dev.qiao.base.Refused} is an outcome; any other failure is tried again, then the entry is parked.
     */
    Runnable read(List<Recorded> batch, Instant now);

    /** The most entries that one effect may hold, so that its transaction stays under 50 ms. */
    default int most() {
        return 200;
    }
}
