package dev.qiao.signal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a source stands. Counts above {@link #MOST} are one more than that: many.
 *
 * @param lastAt when it last sent something; null: never
 * @param waiting messages that are not read yet
 * @param aside messages that nobody could read
 * @param lately messages of the last day
 */
public record Standing(@Nullable Instant lastAt, int waiting, int aside, int lately) {
    /** So far is counted. */
    public static final int MOST = 999;

    /** Of a source that never sent anything. */
    public static final Standing SILENT = new Standing(null, 0, 0, 0);
}
