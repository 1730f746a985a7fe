package dev.qiao.admin.backup;

import org.jspecify.annotations.Nullable;

/**
 * When the desk takes its own backups.
 *
 * @param hour of the day in the desk's zone; null: never
 * @param keep how many stay
 */
public record Plan(@Nullable Integer hour, int keep) {
    static final int MOST = 400;
}
