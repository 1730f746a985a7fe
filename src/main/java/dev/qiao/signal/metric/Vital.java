package dev.qiao.signal.metric;

import dev.qiao.base.Coded;
import java.util.Arrays;
import java.util.Optional;

/** What is asked of a machine before anything else, and worked out of its series when it is read. */
public enum Vital implements Coded {
    /** How busy, in percent of all its processors. */
    CPU,
    /** How much is used, in percent. */
    MEMORY,
    /** How full, in percent, of each mount point. */
    DISK,
    /** Bytes a second, read and written. */
    DISK_IO,
    /** Bytes a second, received and sent. */
    NETWORK;

    /** Whether it goes from 0 to 100; the others are bytes a second. */
    public boolean percent() {
        return this == CPU || this == MEMORY || this == DISK;
    }

    /** The one that is called so. */
    public static Optional<Vital> of(String code) {
        return Arrays.stream(values())
                .filter(vital -> vital.code().equals(code))
                .findFirst();
    }
}
