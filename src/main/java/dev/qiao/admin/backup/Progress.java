package dev.qiao.admin.backup;

import dev.qiao.base.Coded;

/** Hears how far a backup or a restore has come; often, so it must be quick. */
@FunctionalInterface
public interface Progress {
    /** What is being done. */
    enum Step implements Coded {
        TABLES,
        FILES,
        CHECKING,
        LOADING,
        INDEXING,
        UNPACKING
    }

    /**
     * How far a step has come.
     *
     * @param all as far as is known; less than {@code done} when it is not
     */
    void at(Step step, long done, long all);
}
